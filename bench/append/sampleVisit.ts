import { defaultPreferences, type Visit } from "#flow/state.ts";

const visit: Visit = {
  visitId: "5b1f0c6de2a94f3f8a77d0c4e6b2a911",
  preferences: defaultPreferences,
  at: {
    step: "depositOpen",
    deposit: {
      papers: {
        procedureId: "dang-ky-ho-kinh-doanh",
        counts: [
          { paperId: "giay-de-nghi", originals: 1, certified: 0, photocopies: 0 },
          { paperId: "giay-to-phap-ly", originals: 0, certified: 0, photocopies: 1 },
          { paperId: "bien-ban-hop-gia-dinh", originals: 0, certified: 0, photocopies: 1 },
        ],
        dossierCount: 1,
      },
      person: { name: "Nguyễn Văn Mẫu", idNumber: "079085000011", identitySource: "scanned" },
      contact: { phone: "+84901234567", secondValue: "4567" },
      bagLabel: "TUI-000127",
      wantsLow: false,
      tried: [],
    },
    opening: { compartmentNumber: 12, requestId: "0f3c1f2b7f0e4c6c9d3a5b8e7a6d4c21", pulse: 1 },
    ending: "deposit",
  },
};

/** A deposit in the middle, as the runner keeps it: the longest that the unfinished visit gets. */
export const sampleVisitText = JSON.stringify(visit);
