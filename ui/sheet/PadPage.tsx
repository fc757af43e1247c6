import { ArrowLeftIcon } from "@phosphor-icons/react/dist/csr/ArrowLeft";
import { CheckCircleIcon } from "@phosphor-icons/react/dist/csr/CheckCircle";
import { UsersIcon } from "@phosphor-icons/react/dist/csr/Users";
import { Counter } from "../widgets/Counter.tsx";
import { DigitCells } from "../widgets/DigitCells.tsx";
import { KeyRow } from "../widgets/KeyRow.tsx";
import { Notice } from "../widgets/Notice.tsx";
import { NumberPad } from "../widgets/NumberPad.tsx";
import { PageTitle } from "../widgets/PageTitle.tsx";
import { Rail } from "../widgets/Rail.tsx";
import { SecondaryKey } from "../widgets/SecondaryKey.tsx";
import { nothing, SampleBar, SampleHeader } from "./samples.tsx";

/** The last four digits composed of widgets. */
export function PadPage() {
  return (
    <div className="sheet-page">
      <SampleHeader time="19:12" />
      <Rail steps={["Phiếu hoặc mã", "Số điện thoại", "Mở ngăn"]} current={1} name="Bước 2 trên 3" />
      <main className="sheet-middle">
        <PageTitle
          title="Nhập bốn số cuối điện thoại"
          lead={"Là số ông/bà đã khai khi nộp hồ sơ.\nĐủ bốn số, ngăn sẽ tự mở."}
        />
        <div className="sheet-block">
          <DigitCells value="47" length={4} hiddenBefore={6} spoken="Đã nhập 2 trên 4 số" />
        </div>
        <hr className="sheet-dots" />
        <Notice icon={CheckCircleIcon}>
          Đã đọc phiếu gửi <strong>0427 1108</strong>. Kết quả đang ở trong máy.
        </Notice>
      </main>
      <Counter name="Bàn phím số">
        <NumberPad
          name="Bàn phím số"
          onDigit={nothing}
          onDelete={nothing}
          onClear={nothing}
          words={{ clear: "Xóa hết", delete: "Xóa" }}
        />
        <KeyRow shares="natural">
          <SecondaryKey label="Quay lại" icon={ArrowLeftIcon} onPress={nothing} />
          <SecondaryKey label="Nhận thay, hoặc đã đổi số" icon={UsersIcon} onPress={nothing} />
        </KeyRow>
      </Counter>
      <SampleBar />
    </div>
  );
}
