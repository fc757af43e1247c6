import type { ReactNode } from "react";
import type { IntakeObstacle } from "#core/contract/screen.ts";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import type { PageProps } from "../screens/screenProps.ts";
import { useObstacleWords } from "../words/useObstacleWords.ts";
import { BackKey, CallKey } from "./Keys.tsx";
import { VisitCabinet } from "./VisitCabinet.tsx";

interface ServiceClosedProps {
  readonly page: PageProps;
  readonly title: string;
  readonly obstacle: IntakeObstacle;
  /** What stands above the cabinet, such as what still works. */
  readonly children?: ReactNode;
}

/** Something that the machine cannot do now: why, when and where else. */
export function ServiceClosed({ page, title, obstacle, children }: ServiceClosedProps) {
  const words = useObstacleWords(page);
  return (
    <ScreenFrame
      page={page}
      middle="stands"
      title={title}
      lead={words.full(obstacle)}
      keys={
        <KeyRow>
          <BackKey page={page} />
          <CallKey page={page} />
        </KeyRow>
      }
    >
      {children}
      <VisitCabinet page={page} />
    </ScreenFrame>
  );
}
