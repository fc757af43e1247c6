import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/csr/MagnifyingGlass";
import { useEffect, useRef } from "react";
import type { SessionView } from "#core/contract/staffApi.ts";
import { Mark } from "#ui/widgets/Mark.tsx";
import type { Route } from "../useRoute.ts";
import { RouteLink } from "./RouteLink.tsx";

const PAGES: readonly { readonly page: Route["page"]; readonly name: string }[] = [
  { page: "today", name: "Hôm nay" },
  { page: "dossiers", name: "Hồ sơ" },
  { page: "kiosks", name: "Kiosk" },
  { page: "events", name: "Nhật ký" },
];

interface TopBarProps {
  readonly staff: SessionView;
  readonly page: Route["page"];
  readonly go: (route: Route) => void;
  readonly text: string;
  readonly onSearch: (text: string) => void;
  readonly onSignOut: () => void;
}

/** Mark, pages, search (key `/`), and who is signed in. */
export function TopBar({ staff, page, go, text, onSearch, onSignOut }: TopBarProps) {
  return (
    <header className="top-bar">
      <span className="top-mark">
        <Mark onDark />
        Hồ sơ 24/7
      </span>
      <nav className="tabs" aria-label="Các trang">
        {PAGES.map((one) => (
          <RouteLink
            key={one.page}
            to={{ page: one.page }}
            go={go}
            className={one.page === page ? "tab tab--here" : "tab"}
            isHere={one.page === page}
          >
            {one.name}
          </RouteLink>
        ))}
      </nav>
      {staff.isDesk && <span className="desk-note">Máy thử, dữ liệu mẫu</span>}
      <Search text={text} onSearch={onSearch} />
      <div className="who">
        <span>{staff.name}</span>
        <button type="button" className="who-out" onClick={onSignOut}>
          Đăng xuất
        </button>
      </div>
    </header>
  );
}

function Search({ text, onSearch }: Pick<TopBarProps, "text" | "onSearch">) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement;
      if (event.key !== "/" || isTyping) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener("keydown", focus);
    return () => removeEventListener("keydown", focus);
  }, []);
  return (
    <search className="search">
      <MagnifyingGlassIcon weight="bold" size={17} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label="Tìm phiếu, mã hồ sơ, nhãn túi"
        placeholder="Tìm phiếu, mã hồ sơ, nhãn túi"
        value={text}
        onChange={(event) => onSearch(event.target.value)}
      />
      <kbd>/</kbd>
    </search>
  );
}
