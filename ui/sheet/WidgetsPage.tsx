import { ArrowLeftIcon } from "@phosphor-icons/react/dist/csr/ArrowLeft";
import { QuestionIcon } from "@phosphor-icons/react/dist/csr/Question";
import { useState } from "react";
import { Counter } from "../widgets/Counter.tsx";
import { DigitCells } from "../widgets/DigitCells.tsx";
import { KeyRow } from "../widgets/KeyRow.tsx";
import { LetterKeyboard } from "../widgets/LetterKeyboard.tsx";
import { ListFrame } from "../widgets/ListFrame.tsx";
import { ListRow } from "../widgets/ListRow.tsx";
import { MainKey } from "../widgets/MainKey.tsx";
import { Notice } from "../widgets/Notice.tsx";
import { PaperCountTable } from "../widgets/PaperCountTable.tsx";
import { RatingKeys } from "../widgets/RatingKeys.tsx";
import { SecondaryKey } from "../widgets/SecondaryKey.tsx";
import { Stepper } from "../widgets/Stepper.tsx";
import { TextField } from "../widgets/TextField.tsx";
import { WhiteKey } from "../widgets/WhiteKey.tsx";
import { nothing, SampleBar, SampleHeader } from "./samples.tsx";

/** Keys in their states, lists, fields and counts. */
export function WidgetsPage() {
  return (
    <div className="sheet-page sheet-page--long">
      <SampleHeader />
      <main className="sheet-middle">
        <Lists />
        <Fields />
        <Papers />
        <RatingKeys
          name="Ông/bà có hài lòng không?"
          words={{ content: "Hài lòng", fair: "Bình thường", discontent: "Không hài lòng" }}
          chosen="fair"
          onRate={nothing}
        />
        <Notice tone="error">Đây là thẻ bảo hiểm y tế. Xin đưa thẻ căn cước, mặt có mã QR.</Notice>
        <Notice tone="now">Mời lấy phiếu ở khe dưới màn hình.</Notice>
      </main>
      <Counter name="Phím" status="Các trạng thái của phím">
        <MainKey label="Mở ngăn" onPress={nothing} />
        <MainKey label="Mở ngăn" busyLabel="Đang mở ngăn 6" onPress={nothing} />
        <MainKey label="Mở ngăn" unavailableReason="Xin nhập đủ bốn số trước." onPress={nothing} />
        <KeyRow>
          <WhiteKey label="Tìm thêm" icon={QuestionIcon} onPress={nothing} isLeadingOn />
          <WhiteKey label="Tìm thêm" busyLabel="Đang tìm" icon={QuestionIcon} onPress={nothing} />
          <WhiteKey label="Tìm thêm" unavailableReason="Hết giấy." icon={QuestionIcon} onPress={nothing} />
        </KeyRow>
        <KeyRow>
          <SecondaryKey label="Quay lại" icon={ArrowLeftIcon} onPress={nothing} />
          <SecondaryKey label="Quay lại" busyLabel="Đang quay lại" icon={ArrowLeftIcon} onPress={nothing} />
          <SecondaryKey label="Quay lại" unavailableReason="Cửa còn mở." icon={ArrowLeftIcon} onPress={nothing} />
        </KeyRow>
        <Typing />
      </Counter>
      <SampleBar />
    </div>
  );
}

function Lists() {
  return (
    <ListFrame title="Hộ kinh doanh">
      <ListRow label="Đăng ký thành lập hộ kinh doanh" detail="4 giấy tờ, 3 ngày" onPress={nothing} />
      <ListRow label="Đăng ký thay đổi nội dung đăng ký hộ kinh doanh" detail="2 giấy tờ" onPress={nothing} />
      <ListRow
        label="Cấp lại giấy chứng nhận"
        under="Nộp sau 15:00 thì trả ngày làm việc kế tiếp"
        isChosen
        onPress={nothing}
      />
      <ListRow label="Tạm ngừng kinh doanh" unavailableReason="Thủ tục này chỉ nhận ở quầy." onPress={nothing} />
    </ListFrame>
  );
}

function Fields() {
  return (
    <>
      <TextField label="Họ và tên" value="Nguyễn Thị" isCurrent onChoose={nothing} />
      <TextField
        label="Số căn cước"
        value="07920500123"
        isNumeric
        error="Số căn cước có 12 chữ số, mới có 11."
        onChoose={nothing}
      />
      <TextField label="Số điện thoại" value="" hint="10 chữ số" onChoose={nothing} />
      <DigitCells value="4711" length={4} spoken="" error="Bốn số này chưa khớp. Còn 3 lần." />
    </>
  );
}

function Papers() {
  return (
    <>
      <PaperCountTable
        caption="Giấy tờ trong túi"
        kinds={["Bản chính", "Bản chứng thực", "Bản chụp"]}
        rows={[
          { id: "a", name: "Giấy đề nghị đăng ký hộ kinh doanh", counts: [1, 0, 0] },
          { id: "b", name: "Giấy tờ pháp lý của chủ hộ và thành viên", counts: [0, 0, 2] },
        ]}
        onCount={nothing}
        words={{ less: "Bớt", more: "Thêm", paper: "Giấy tờ" }}
      />
      <Stepper name="Số bộ" value={1} onChange={nothing} least={1} isLarge words={{ less: "Bớt", more: "Thêm" }} />
    </>
  );
}

function Typing() {
  const [value, setValue] = useState("");
  return (
    <LetterKeyboard
      name="Bàn phím chữ"
      value={value}
      onChange={setValue}
      words={{
        space: value === "" ? "Dấu cách" : value,
        delete: "Xóa",
        marks: {
          sắc: "Dấu sắc",
          huyền: "Dấu huyền",
          hỏi: "Dấu hỏi",
          ngã: "Dấu ngã",
          nặng: "Dấu nặng",
          mũ: "Mũ",
          trăng: "Trăng",
          móc: "Móc",
        },
      }}
    />
  );
}
