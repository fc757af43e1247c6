import { Bag } from "./Bag.tsx";
import { Card } from "./Card.tsx";
import { ChosenDigits } from "./ChosenDigits.tsx";
import { Closed } from "./Closed.tsx";
import { CollectionClosed } from "./CollectionClosed.tsx";
import { CollectionConfirm } from "./CollectionConfirm.tsx";
import { CollectionFailed } from "./CollectionFailed.tsx";
import { CollectionLocked } from "./CollectionLocked.tsx";
import { CollectionOpen } from "./CollectionOpen.tsx";
import { CollectionOpening } from "./CollectionOpening.tsx";
import { Consent } from "./Consent.tsx";
import { Credential } from "./Credential.tsx";
import { DepositCheck } from "./DepositCheck.tsx";
import { DepositJammed } from "./DepositJammed.tsx";
import { DepositOpen } from "./DepositOpen.tsx";
import { DepositReady } from "./DepositReady.tsx";
import { DepositStopped } from "./DepositStopped.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import { Home } from "./Home.tsx";
import { Identity } from "./Identity.tsx";
import { IntakeClosed } from "./IntakeClosed.tsx";
import { Lookup } from "./Lookup.tsx";
import { LookupFound } from "./LookupFound.tsx";
import { Notices } from "./Notices.tsx";
import { NotReady } from "./NotReady.tsx";
import { Papers } from "./Papers.tsx";
import { Phone } from "./Phone.tsx";
import { PhoneReadBack } from "./PhoneReadBack.tsx";
import { Procedure } from "./Procedure.tsx";
import { Rating } from "./Rating.tsx";
import { Receipt } from "./Receipt.tsx";
import { SecondValue } from "./SecondValue.tsx";
import type { CitizenScreenName, ScreenComponents } from "./screenProps.ts";
import { Thanks } from "./Thanks.tsx";

/** The components of the screens that citizens see. */
export const citizenScreens: Pick<ScreenComponents, CitizenScreenName> = {
  home: Home,
  closed: Closed,
  notices: Notices,
  intakeClosed: IntakeClosed,
  collectionClosed: CollectionClosed,
  procedure: Procedure,
  elsewhere: Elsewhere,
  papers: Papers,
  consent: Consent,
  card: Card,
  identity: Identity,
  phone: Phone,
  phoneReadBack: PhoneReadBack,
  chosenDigits: ChosenDigits,
  bag: Bag,
  depositReady: DepositReady,
  depositOpen: DepositOpen,
  depositCheck: DepositCheck,
  depositJammed: DepositJammed,
  receipt: Receipt,
  depositStopped: DepositStopped,
  credential: Credential,
  secondValue: SecondValue,
  collectionLocked: CollectionLocked,
  notReady: NotReady,
  collectionOpening: CollectionOpening,
  collectionOpen: CollectionOpen,
  collectionConfirm: CollectionConfirm,
  collectionFailed: CollectionFailed,
  rating: Rating,
  thanks: Thanks,
  lookup: Lookup,
  lookupResult: LookupFound,
};
