import { type FormEvent, useState } from "react";
import type { SessionView } from "#core/contract/staffApi.ts";
import { Mark } from "#ui/widgets/Mark.tsx";
import { api } from "../api.ts";
import { Fault } from "../parts/Fault.tsx";
import { Field } from "../parts/Field.tsx";
import { useAction } from "../useAction.ts";

/** Signing in: the only page without a session. */
export function LoginPage({ onSignedIn }: { readonly onSignedIn: (staff: SessionView) => void }) {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const action = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    action.run(async () => onSignedIn(await api.signIn(login, password)));
  };
  return (
    <main className="login">
      <div className="login-wall" aria-hidden="true">
        <div className="login-mark">
          <Mark />
        </div>
      </div>
      <form className="login-form" onSubmit={submit}>
        <h1>Sổ hồ sơ 24/7</h1>
        <p className="lead">Mời cán bộ một cửa đăng nhập.</p>
        <Field
          label="Tên đăng nhập"
          value={login}
          onChange={(event) => setLogin(event.target.value)}
          autoComplete="username"
          autoCapitalize="none"
          required
          autoFocus
        />
        <Field
          label="Mật khẩu"
          type="password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoComplete="current-password"
          required
        />
        <Fault text={action.fault} />
        <button type="submit" className="button button--main" disabled={action.isBusy}>
          {action.isBusy ? "Đang kiểm tra" : "Đăng nhập"}
        </button>
      </form>
    </main>
  );
}
