import { SirenIcon } from "@phosphor-icons/react/dist/csr/Siren";
import { UsersIcon } from "@phosphor-icons/react/dist/csr/Users";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import type { PageProps } from "../../screenProps.ts";

/** Opening every door is asked for twice here, and then needs a second person. */
export function EvacuateKeys({ page }: { readonly page: PageProps }) {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  if (!isAsked) {
    return (
      <PanelKey tone="danger" icon={SirenIcon} label={t("technician.evacuate.key")} onPress={() => setIsAsked(true)} />
    );
  }
  return (
    <>
      <div className="tech-keys-words">
        <h2>{t("technician.evacuate.title")}</h2>
        <p>{t("technician.evacuate.lead")}</p>
      </div>
      <PanelKey
        tone="danger"
        icon={UsersIcon}
        label={t("technician.evacuate.start")}
        onPress={() => page.send({ kind: "startEvacuation" })}
      />
      <PanelKey label={t("technician.evacuate.not")} onPress={() => setIsAsked(false)} />
    </>
  );
}
