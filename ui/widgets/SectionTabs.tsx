import { Key } from "./Key.tsx";
import "./SectionTabs.css";

/** One section that can be shown. */
export interface SectionTab<Name extends string> {
  readonly name: Name;
  readonly label: string;
  /** How many things in it need somebody; none where absent or 0. */
  readonly troubles?: number | undefined;
  /** The same for those who listen, the number first: "2 things to look at". */
  readonly spokenTroubles?: string | undefined;
}

/** Props of the row of sections. */
export interface SectionTabsProps<Name extends string> {
  readonly name: string;
  readonly tabs: readonly SectionTab<Name>[];
  readonly current: Name;
  readonly onTab: (name: Name) => void;
}

/** The sections of a screen side by side; the one that is shown is the lit one. */
export function SectionTabs<Name extends string>({ name, tabs, current, onTab }: SectionTabsProps<Name>) {
  return (
    <nav className="section-tabs" aria-label={name}>
      {tabs.map((tab) => {
        const hasTroubles = tab.troubles !== undefined && tab.troubles > 0;
        return (
          <Key
            key={tab.name}
            look="section-tab"
            label={tab.label}
            spokenName={hasTroubles ? `${tab.label} ${tab.spokenTroubles ?? tab.troubles}` : tab.label}
            isChosen={tab.name === current}
            onPress={() => onTab(tab.name)}
          >
            <span className="section-tab-name">{tab.label}</span>{" "}
            {hasTroubles && <span className="section-tab-troubles">{tab.troubles}</span>}
          </Key>
        );
      })}
    </nav>
  );
}
