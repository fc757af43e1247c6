import { useTranslation } from "react-i18next";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { PageProps } from "../screens/screenProps.ts";
import { compartmentPlace, isAtSameHeight } from "./compartmentPlace.ts";

/** Sentences that say where a compartment is; empty where the configuration does not know it. */
export interface PlaceWords {
  /** "Ngăn ở bên phải màn hình, ngang tầm tay." */
  readonly sentence: (door: CompartmentNumber) => string;
  /** "Ngăn 6 ở bên trái màn hình, cùng độ cao." Compared with the compartment before, where they are level. */
  readonly ofDoor: (door: CompartmentNumber, before?: CompartmentNumber) => string;
}

/** The place of compartments in the language of the page. */
export function usePlaceWords({ setup }: PageProps): PlaceWords {
  const { t } = useTranslation();
  const parts = (door: CompartmentNumber, before?: CompartmentNumber) => {
    const place = compartmentPlace(setup.cabinet, door);
    if (place === undefined) return undefined;
    const isLevel = before !== undefined && isAtSameHeight(setup.cabinet, door, before);
    return { side: t(`where.${place.side}`), height: t(`where.${isLevel ? "same" : place.height}`) };
  };
  return {
    sentence: (door) => {
      const place = parts(door);
      return place === undefined ? "" : t("where.sentence", place);
    },
    ofDoor: (door, before) => {
      const place = parts(door, before);
      return place === undefined ? "" : t("where.ofDoor", { door, ...place });
    },
  };
}
