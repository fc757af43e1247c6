import { ArrowsInIcon } from "@phosphor-icons/react/dist/csr/ArrowsIn";
import { ArrowsOutIcon } from "@phosphor-icons/react/dist/csr/ArrowsOut";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { QrCodeIcon } from "@phosphor-icons/react/dist/csr/QrCode";
import { ScanIcon } from "@phosphor-icons/react/dist/csr/Scan";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { CameraFrame } from "#ui/widgets/CameraFrame.tsx";
import { DistanceScale } from "#ui/widgets/DistanceScale.tsx";
import { Notice } from "#ui/widgets/Notice.tsx";
import { type Camera, useCamera } from "../camera/CameraProvider.tsx";
import { foundInWindow, type Hint, hintOf, nearnessOf } from "../camera/hint.ts";
import type { PageProps } from "../screens/screenProps.ts";
import { VisitCabinet } from "./VisitCabinet.tsx";
import "./CodeCamera.css";

const icons = {
  searching: ScanIcon,
  nearer: ArrowsInIcon,
  farther: ArrowsOutIcon,
  still: QrCodeIcon,
  read: CheckIcon,
} as const satisfies Record<Hint, unknown>;

/** Props of the camera's place on a screen. */
export interface CodeCameraProps {
  readonly page: PageProps;
  /** Leaves room for a sentence about a problem. */
  readonly isSmall?: boolean | undefined;
}

/** The camera's picture with a window for the code, the distance and what to do; or where the scanner is instead. Small beside a sentence about a problem. */
export function CodeCamera({ page, isSmall = false }: CodeCameraProps) {
  const { t } = useTranslation();
  const camera = useCamera();
  if (camera.state === "missing" || camera.state === "denied") return <ScannerPlace page={page} />;
  const hint = hintOf(camera.sighting);
  return (
    <div className="code-camera" data-small={isSmall ? "" : undefined}>
      <CameraFrame
        hint={camera.state === "on" ? t(`camera.${hint}`) : t("camera.starting")}
        hintIcon={icons[hint]}
        onSign={t("camera.on")}
        found={foundInWindow(camera.sighting)}
        beside={
          <DistanceScale
            nearness={nearnessOf(camera.sighting)}
            words={{ far: t("camera.far"), right: t("camera.right"), near: t("camera.near") }}
          />
        }
      >
        <CameraPicture camera={camera} />
      </CameraFrame>
    </div>
  );
}

/** No camera: where the scanner is, with the façade whose slots are drawn in their places. */
function ScannerPlace({ page }: { readonly page: PageProps }) {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="now">{t("camera.off")}</Notice>
      <VisitCabinet page={page} />
    </>
  );
}

function CameraPicture({ camera }: { readonly camera: Camera }) {
  const ref = useRef<HTMLVideoElement>(null);
  const { stream, picture } = camera;
  useEffect(() => {
    const video = ref.current;
    if (video === null || stream === undefined) return;
    video.srcObject = stream;
    void video.play().catch(() => undefined);
    return () => {
      video.srcObject = null;
    };
  }, [stream]);
  // A drawing instead of a camera: fixtures only.
  if (picture !== undefined) return <img src={picture} alt="" />;
  return <video ref={ref} muted playsInline />;
}
