import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/csr/MagnifyingGlass";
import { MegaphoneIcon } from "@phosphor-icons/react/dist/csr/Megaphone";
import { CabinetPicture } from "../cabinet/CabinetPicture.tsx";
import { TaskPicture } from "../cabinet/TaskPicture.tsx";
import { Counter } from "../widgets/Counter.tsx";
import { HomeKey } from "../widgets/HomeKey.tsx";
import { KeyRow } from "../widgets/KeyRow.tsx";
import { Pavement } from "../widgets/Pavement.tsx";
import { SecondaryKey } from "../widgets/SecondaryKey.tsx";
import { sampleCabinet } from "./sampleCabinet.ts";
import { homeStates, nothing, SampleBar, SampleHeader } from "./samples.tsx";

/** The home page composed of widgets, as a check of proportions. */
export function HomePage() {
  return (
    <div className="sheet-page sheet-page--home">
      <SampleHeader time="21:38" />
      <main className="sheet-home">
        <HomeWords />
        <div className="sheet-home-cabinet">
          <CabinetPicture
            cabinet={sampleCabinet}
            view="home"
            states={homeStates}
            description="Tủ có 11 ngăn trống trên 24 ngăn."
            lettering="Hồ sơ 24/7"
            drawnWidthPx={700}
          />
        </div>
      </main>
      <Pavement kind="tiles" />
      <Counter name="Việc cần làm">
        <HomeKey
          label="Nộp hồ sơ"
          otherLanguages={deposit}
          picture={<TaskPicture task="deposit" />}
          onPress={nothing}
        />
        <HomeKey
          label="Nhận kết quả"
          otherLanguages={collect}
          picture={<TaskPicture task="collection" />}
          onPress={nothing}
        />
        <KeyRow>
          <SecondaryKey label="Tra cứu hồ sơ" icon={MagnifyingGlassIcon} onPress={nothing} />
          <SecondaryKey label="Thông báo (2)" icon={MegaphoneIcon} onPress={nothing} />
        </KeyRow>
      </Counter>
      <SampleBar />
    </div>
  );
}

function HomeWords() {
  return (
    <div className="sheet-home-words">
      <h1>
        Nộp hồ sơ,
        <br />
        nhận kết quả
        <br />
        cả ngày
        <br />
        lẫn đêm.
      </h1>
      <p className="sheet-home-free">
        <strong>11</strong> ngăn trống
        <br />
        trên 24 ngăn
      </p>
      <p className="sheet-home-open">
        Thứ Hai 16/11,
        <br />
        quầy mở cửa
        <br />
        lúc 07:30.
      </p>
    </div>
  );
}

const deposit = [
  { language: "en", words: "Hand in a dossier" },
  { language: "zh", words: "递交材料" },
];
const collect = [
  { language: "en", words: "Collect a result" },
  { language: "zh", words: "领取结果" },
];
