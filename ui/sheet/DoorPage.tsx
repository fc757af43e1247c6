import { PhoneIcon } from "@phosphor-icons/react/dist/csr/Phone";
import { PrinterIcon } from "@phosphor-icons/react/dist/csr/Printer";
import { WarningCircleIcon } from "@phosphor-icons/react/dist/csr/WarningCircle";
import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { CabinetPicture } from "../cabinet/CabinetPicture.tsx";
import { Counter } from "../widgets/Counter.tsx";
import { DottedRow, DottedRows } from "../widgets/DottedRow.tsx";
import { KeyRow } from "../widgets/KeyRow.tsx";
import { MainKey } from "../widgets/MainKey.tsx";
import { PageTitle } from "../widgets/PageTitle.tsx";
import { Pavement } from "../widgets/Pavement.tsx";
import { Rail } from "../widgets/Rail.tsx";
import { SecondaryKey } from "../widgets/SecondaryKey.tsx";
import { StatusSteps } from "../widgets/StatusSteps.tsx";
import { WhiteKey } from "../widgets/WhiteKey.tsx";
import { sampleCabinet } from "./sampleCabinet.ts";
import { depositSteps, nothing, SampleBar, SampleHeader } from "./samples.tsx";

/** The open door composed of widgets. */
export function DoorPage() {
  return (
    <div className="sheet-page">
      <SampleHeader />
      <Rail steps={depositSteps} current={4} name="Bước 5 trên 6: Cất túi" />
      <main className="sheet-middle">
        <PageTitle
          title="Ngăn 14 đã mở"
          lead={"Mời đặt túi vào ngăn rồi đóng cửa lại.\nNgăn ở bên phải màn hình, ngang tầm tay."}
        />
        <div className="sheet-cabinet">
          <CabinetPicture
            cabinet={sampleCabinet}
            view="visit"
            states={{ 5: "outOfService", 14: "openIn" }}
            description="Ngăn 14 đã mở, bên phải màn hình, ngang tầm tay."
            lettering="Hồ sơ 24/7"
          />
        </div>
      </main>
      <Pavement kind="plain" />
      <Counter
        name="Việc cần làm"
        status={
          <>
            <StatusSteps steps={["Cửa đã mở", "Đặt túi vào", "Đóng cửa"]} current={1} name="Các bước" />
            <p>Cứ thong thả. Máy chờ đến khi cửa ngăn 14 đóng.</p>
          </>
        }
      >
        <KeyRow shares="natural">
          <WhiteKey label="Cửa hoặc túi bị vướng" icon={WarningCircleIcon} onPress={nothing} />
          <SecondaryKey label="Không nộp nữa" icon={XIcon} onPress={nothing} />
        </KeyRow>
      </Counter>
      <SampleBar />
    </div>
  );
}

/** The jammed door composed of widgets. */
export function FaultPage() {
  return (
    <div className="sheet-page">
      <SampleHeader time="21:44" />
      <Rail steps={depositSteps} current={4} name="Bước 5 trên 6: Cất túi" />
      <main className="sheet-middle">
        <PageTitle
          title="Ngăn 14 bị kẹt, xin dùng ngăn 6"
          lead="Không phải khai lại. Ngăn 6 ở bên trái màn hình, cùng độ cao."
        />
        <div className="sheet-cabinet sheet-cabinet--small">
          <CabinetPicture
            cabinet={sampleCabinet}
            view="visit"
            states={{ 5: "outOfService", 6: "next", 14: "jammed" }}
            redirect={{ from: 14, to: 6 }}
            description="Ngăn 14 bị kẹt. Ngăn 6 ở bên trái màn hình."
            lettering="Hồ sơ 24/7"
          />
        </div>
      </main>
      <Pavement kind="plain" />
      <Counter
        name="Việc cần làm"
        status={
          <DottedRows>
            <DottedRow label="Số sự cố" value="SC 0093" />
            <DottedRow label="Kỹ thuật viên đã được báo" value="21:44" />
          </DottedRows>
        }
      >
        <MainKey label="Mở ngăn 6" onPress={nothing} />
        <KeyRow>
          <SecondaryKey label="Gọi 1022" icon={PhoneIcon} onPress={nothing} />
          <SecondaryKey label="Dừng và in phiếu" icon={PrinterIcon} onPress={nothing} />
        </KeyRow>
      </Counter>
      <SampleBar />
    </div>
  );
}
