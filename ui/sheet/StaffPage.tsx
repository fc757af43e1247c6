import { placedDoors } from "#core/domain/cabinet.ts";
import { CabinetPicture } from "../cabinet/CabinetPicture.tsx";
import type { StaffDoorDetail } from "../cabinet/StaffDoor.tsx";
import { DottedRow, DottedRows } from "../widgets/DottedRow.tsx";
import { KeyRow } from "../widgets/KeyRow.tsx";
import { MainKey } from "../widgets/MainKey.tsx";
import { SecondaryKey } from "../widgets/SecondaryKey.tsx";
import { sampleCabinet } from "./sampleCabinet.ts";
import { homeStates, nothing, SampleBar, SampleHeader } from "./samples.tsx";

/** The technician's façade. */
export function StaffPage() {
  const details: Record<number, StaffDoorDetail> = {};
  for (const door of placedDoors(sampleCabinet)) {
    const isFree = homeStates[door.compartmentNumber] === "free";
    details[door.compartmentNumber] = {
      isHookClosed: door.compartmentNumber !== 14,
      hasContents: !isFree,
      note: isFree ? "trống" : "nộp 14 giờ",
      wire: `${door.board === "A" ? 0 : 1}·${String(door.channel).padStart(2, "0")}`,
      isMismatch: door.compartmentNumber === 12,
    };
  }
  return (
    <div className="sheet-page" data-theme="technician" data-text-size="1">
      <SampleHeader />
      <main className="sheet-middle">
        <div style={{ width: "74rem" }}>
          <CabinetPicture
            cabinet={sampleCabinet}
            view="staff"
            states={{ ...homeStates, 14: "openEmpty", 8: "unknown" }}
            details={details}
            selected={12}
            column={column}
            description="Tủ"
            lettering="Hồ sơ 24/7"
            onDoor={nothing}
          />
        </div>
        <DottedRows>
          <DottedRow label="Bo · kênh" value="0·12" />
          <DottedRow label="Cảm biến" value="có vật" isMismatch />
        </DottedRows>
        <KeyRow>
          <MainKey label="Mở ngăn 12, cần hai người" onPress={nothing} />
          <SecondaryKey on="page" label="Tạm ngưng" onPress={nothing} />
        </KeyRow>
      </main>
      <SampleBar />
    </div>
  );
}

const column = {
  above: [
    { name: "Camera", report: "rõ, 1080p" },
    { name: "Cửa sau", report: "đóng" },
  ],
  screen: { name: "Màn hình", report: "41 °C" },
  below: [
    { name: "Máy in", report: "giấy 38 %" },
    { name: "Máy quét", report: "sẵn sàng" },
    { name: "Nguồn UPS", report: "96 %, 42 phút" },
  ],
};
