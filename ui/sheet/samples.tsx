import type { DoorStates } from "../cabinet/DoorState.ts";
import { Bar } from "../widgets/Bar.tsx";
import { Header } from "../widgets/Header.tsx";

/** Does nothing; the sheet only shows. */
export const nothing = () => {};

export const homeStates: DoorStates = {
  1: "free",
  5: "outOfService",
  6: "free",
  8: "free",
  11: "free",
  13: "free",
  14: "free",
  16: "free",
  19: "free",
  21: "free",
  23: "free",
  24: "free",
};

export const depositSteps = ["Thủ tục", "Giấy tờ", "Người nộp", "Đồng ý", "Cất túi", "Phiếu gửi"];

export const barWords = {
  name: "Cài đặt và trợ giúp",
  smaller: "Chữ nhỏ hơn",
  normal: "Chữ vừa",
  larger: "Chữ lớn hơn",
  contrast: "Tương phản cao",
  sound: "Đọc màn hình",
  help: "Trợ giúp",
};

export function SampleBar() {
  const root = document.documentElement.dataset;
  return (
    <Bar
      words={barWords}
      languages={[
        { tag: "vi", name: "Tiếng Việt" },
        { tag: "en", name: "English" },
        { tag: "zh", name: "中文" },
      ]}
      language="vi"
      onLanguage={nothing}
      textSize={Number(root.textSize ?? 2)}
      onTextSize={nothing}
      isHighContrast={root.contrast === "high"}
      onContrast={nothing}
      isSpeaking={false}
      onSound={nothing}
      hotline="1022"
      onHelp={nothing}
    />
  );
}

export function SampleHeader({ time = "21:46" }: { readonly time?: string }) {
  return (
    <Header
      product="Hồ sơ 24/7"
      office="Trung tâm Phục vụ hành chính công"
      time={time}
      day="Thứ Bảy 14/11"
      isOnDark={document.documentElement.dataset.daylight === "night"}
    />
  );
}
