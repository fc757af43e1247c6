import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { CopyIcon } from "@phosphor-icons/react/dist/csr/Copy";
import { SpeakerHighIcon } from "@phosphor-icons/react/dist/csr/SpeakerHigh";
import { CalendarLeaf } from "../widgets/CalendarLeaf.tsx";
import { CameraFrame } from "../widgets/CameraFrame.tsx";
import { ClockFace } from "../widgets/ClockFace.tsx";
import { Counter } from "../widgets/Counter.tsx";
import { DistanceScale } from "../widgets/DistanceScale.tsx";
import { KeyRow } from "../widgets/KeyRow.tsx";
import { MainKey } from "../widgets/MainKey.tsx";
import { PageTitle } from "../widgets/PageTitle.tsx";
import { PaperPreview } from "../widgets/PaperPreview.tsx";
import { Rail } from "../widgets/Rail.tsx";
import { SecondaryKey } from "../widgets/SecondaryKey.tsx";
import { TimeDigits } from "../widgets/TimeDigits.tsx";
import { TimeLine, TimeStop } from "../widgets/TimeLine.tsx";
import { depositSteps, nothing, SampleBar, SampleHeader } from "./samples.tsx";

const paper = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="576" height="1700"><rect width="576" height="1700" fill="white"/><path d="M40 60h300v30H40zM40 120h500v6H40zM140 200h300v300H140z"/></svg>')}`;
const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 700"><rect width="1000" height="700" fill="#24413d"/><circle cx="500" cy="80" r="150" fill="#c99"/><rect x="280" y="180" width="440" height="280" rx="14" fill="#cfe0d8"/><path d="M600 200h90v90h-90z"/><path d="M300 420l90-90M100 600h800" stroke="#fff" stroke-width="20"/></svg>')}`;

/** The receipt page composed of widgets. */
export function ReceiptPage() {
  return (
    <div className="sheet-page">
      <SampleHeader time="21:47" />
      <Rail steps={depositSteps} current={5} name="Bước 6 trên 6" />
      <main className="sheet-receipt">
        <div>
          <PageTitle title="Máy đã nhận túi hồ sơ" lead="Xin giữ phiếu này để nhận kết quả." />
          <SampleTimes />
        </div>
        <PaperPreview imageUrl={paper} description="Phiếu gửi hồ sơ" />
      </main>
      <Counter name="Việc cần làm" status="Đang in phiếu. Giấy ra ở khe dưới màn hình.">
        <MainKey label="Xong" icon={CheckIcon} onPress={nothing} />
        <KeyRow>
          <SecondaryKey label="In thêm một bản" icon={CopyIcon} onPress={nothing} />
          <SecondaryKey label="Nghe đọc phiếu" icon={SpeakerHighIcon} onPress={nothing} />
        </KeyRow>
      </Counter>
      <SampleBar />
    </div>
  );
}

function SampleTimes() {
  return (
    <TimeLine>
      <TimeStop
        picture={<ClockFace time="21:47" tone="dark" />}
        label="Ông/bà đã gửi lúc"
        value={
          <>
            <TimeDigits time="21:47" /> Thứ Bảy
          </>
        }
        under="14/11/2026, ngăn 14"
        ruleToNext="Thứ Bảy, Chủ nhật quầy nghỉ"
      />
      <TimeStop
        picture={<ClockFace time="07:30" tone="light" />}
        label="Được tính là tiếp nhận"
        value={
          <>
            <TimeDigits time="07:30" /> Thứ Hai
          </>
        }
        under="16/11/2026"
        ruleToNext="3 ngày làm việc, không tính ngày tiếp nhận"
      />
      <TimeStop
        picture={<CalendarLeaf day={19} month="tháng 11" />}
        label="Dự kiến trả kết quả"
        value="Thứ Năm"
        under="19/11/2026"
      />
    </TimeLine>
  );
}

/** The card before the camera composed of widgets. */
export function CameraPage() {
  return (
    <div className="sheet-page">
      <SampleHeader time="21:42" />
      <Rail steps={depositSteps} current={2} name="Bước 3 trên 6" />
      <main className="sheet-middle">
        <PageTitle title="Đưa thẻ căn cước ra trước camera" />
        <CameraFrame
          hint="Đã thấy mã QR. Đưa thẻ lại gần thêm một chút."
          onSign="Camera đang mở"
          found={{ x: 0.7, y: 0.1, width: 0.22, height: 0.22 }}
          beside={<DistanceScale nearness={0.22} words={{ far: "Xa", right: "Vừa", near: "Gần" }} />}
        >
          <img src={picture} alt="" />
        </CameraFrame>
      </main>
      <Counter name="Việc cần làm">
        <SecondaryKey label="Hủy" onPress={nothing} />
      </Counter>
      <SampleBar />
    </div>
  );
}
