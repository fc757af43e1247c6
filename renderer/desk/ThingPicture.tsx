/** The bag with its bar code, as it is drawn in the cabinet picture. */
export function BagPicture() {
  return (
    <svg className="desk-thing-picture" viewBox="0 0 96 72" aria-hidden="true">
      <path d="M6 6h86v64H6z" className="desk-thing-shadow" transform="translate(4 4)" />
      <path d="M2 2h88v66H2z" fill="#fdf7e6" stroke="#0b1a17" strokeWidth="2" />
      <path d="M2 2l44 34L90 2z" fill="#f6e7c1" stroke="#0b1a17" strokeWidth="2" strokeLinejoin="round" />
      <circle cx="46" cy="31" r="4" fill="#0b1a17" />
      <path d="M54 46h30v16H54z" fill="#fff" stroke="#0b1a17" strokeWidth="1.5" />
      <path
        d="M58 49v10M61 49v10M65 49v10M67 49v10M71 49v10M75 49v10M77 49v10M80 49v10"
        stroke="#0b1a17"
        strokeWidth="1.4"
      />
    </svg>
  );
}

/** The result: a sheet with the red round seal. */
export function ResultPicture() {
  return (
    <svg className="desk-thing-picture" viewBox="0 0 66 84" aria-hidden="true">
      <path d="M6 6h56v74H6z" className="desk-thing-shadow" transform="translate(3 3)" />
      <path d="M2 2h58v76H2z" fill="#fff" stroke="#0b1a17" strokeWidth="2" />
      <path d="M19 13h24" stroke="#0b1a17" strokeWidth="4" />
      <path d="M11 24h40M11 32h40M11 40h40M11 48h18" stroke="#6f857a" strokeWidth="3" />
      <circle cx="43" cy="59" r="10" fill="#fff" stroke="#a01d13" strokeWidth="3.4" />
      <circle cx="43" cy="59" r="4.4" fill="#a01d13" />
    </svg>
  );
}
