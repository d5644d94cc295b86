"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { buttonClasses } from "@/components/ui/button";

/** A token of a sandbox, and the organization that it is for. Kept as long as the page is open. */
type Session = { token: string; organizationId: string };

const SessionContext = createContext<Session | undefined>(undefined);
export const useSandbox = () => useContext(SessionContext);

const inputClasses =
  "h-10 w-full rounded-lg border border-line-strong bg-surface px-3 font-mono text-[13px] text-ink";

/** Takes the credentials of a sandbox, with which every operation on the page can be tried. */
export function Sandbox({ tokenAddress, children }: { tokenAddress: string; children: ReactNode }) {
  const [session, setSession] = useState<Session>();
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);

  async function connect(form: FormData) {
    const clientId = String(form.get("client_id")).trim();
    const secret = String(form.get("client_secret")).trim();
    // What is tried out here really happens: nobody should do that to their customers.
    if (!secret.startsWith("wd_test_")) {
      setProblem("These are not the credentials of a sandbox. Theirs begin with wd_test_.");
      return;
    }
    setBusy(true);
    setProblem("");
    const body = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: secret,
    });
    const response = await fetch(tokenAddress, { method: "POST", body }).catch(() => undefined);
    const answer = await response?.json().catch(() => undefined);
    setBusy(false);
    if (response?.ok) {
      setSession({
        token: answer.access_token,
        organizationId: clientId.replace(/\..*/s, ""),
      });
    } else {
      setProblem(`No token was given: ${answer?.error ?? "the server did not answer"}.`);
    }
  }

  return (
    <SessionContext.Provider value={session}>
      <section
        aria-labelledby="sandbox"
        className="rounded-xl border border-line bg-surface px-5 py-4"
      >
        <h2 id="sandbox" className="text-base font-semibold text-ink">
          Try it in a sandbox
        </h2>
        {session ? (
          <p role="status" className="mt-1 text-ink-soft">
            Connected to the sandbox <code className="break-all">{session.organizationId}</code>.
            Each operation below can be sent; what it does really happens there.
          </p>
        ) : (
          <form
            className="mt-2 grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
            onSubmit={(event) => {
              event.preventDefault();
              void connect(new FormData(event.currentTarget));
            }}
          >
            <label className="block text-[13px] text-ink-soft">
              Client ID
              <input name="client_id" required autoComplete="off" className={inputClasses} />
            </label>
            <label className="block text-[13px] text-ink-soft">
              Client secret
              <input
                name="client_secret"
                type="password"
                required
                autoComplete="off"
                className={inputClasses}
              />
            </label>
            <button type="submit" disabled={isBusy} className={buttonClasses({ tone: "primary" })}>
              Connect
            </button>
          </form>
        )}
        {problem && (
          <p role="alert" className="mt-2 text-[13px] text-danger">
            {problem}
          </p>
        )}
      </section>
      {children}
    </SessionContext.Provider>
  );
}
