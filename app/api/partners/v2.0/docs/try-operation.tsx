"use client";

import { useState } from "react";
import { buttonClasses } from "@/components/ui/button";
import { assertPresent } from "@/lib/core/assert-present";
import { useSandbox } from "./sandbox";

type Props = {
  id: string;
  method: string;
  path: string;
  /** Names of what stands in the path and the query. */
  parameters: string[];
  example: string | undefined;
};

const inputClasses =
  "h-9 w-full rounded-lg border border-line-strong bg-surface px-2.5 font-mono text-[13px] text-ink";

/** Sends one operation to the sandbox and shows what comes back. */
export function TryOperation({ id, method, path, parameters, example }: Props) {
  const sandbox = useSandbox();
  const [answer, setAnswer] = useState<{ status: string; body: string }>();
  if (!sandbox) return null;
  const asked = parameters.filter((name) => name !== "org_id");

  async function send(form: FormData) {
    if (!sandbox) return;
    const given = new Map(asked.map((name) => [name, String(form.get(name)).trim()]));
    given.set("org_id", sandbox.organizationId);
    const named = path.replace(/\{(\w+)\}/g, (_, name) =>
      encodeURIComponent(assertPresent(given.get(name), `The field ${name}`)),
    );
    const query = new URLSearchParams(
      [...given].filter(([name, value]) => value !== "" && !path.includes(`{${name}}`)),
    );
    const body = form.get("body");
    const response = await fetch(query.size > 0 ? `${named}?${query}` : named, {
      method,
      headers: {
        authorization: `Bearer ${sandbox.token}`,
        ...(body !== null && { "content-type": "application/json" }),
      },
      ...(body !== null && { body: String(body) }),
    }).catch(() => undefined);
    setAnswer(
      response
        ? {
            status: `${response.status} ${response.statusText}`,
            body: readable(await response.text()),
          }
        : { status: "No answer", body: "" },
    );
  }

  return (
    <form
      className="space-y-3 rounded-lg bg-sunken p-4"
      aria-label={`Try ${id}`}
      onSubmit={(event) => {
        event.preventDefault();
        void send(new FormData(event.currentTarget));
      }}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        {asked.map((name) => (
          <label key={name} className="block text-[13px] text-ink-soft">
            {name}
            <input name={name} autoComplete="off" className={inputClasses} />
          </label>
        ))}
      </div>
      {example !== undefined && (
        <label className="block text-[13px] text-ink-soft">
          Body
          <textarea
            name="body"
            defaultValue={example}
            rows={Math.min(12, example.split("\n").length + 1)}
            spellCheck={false}
            className="w-full rounded-lg border border-line-strong bg-surface px-2.5 py-2 font-mono text-[13px] text-ink"
          />
        </label>
      )}
      <button type="submit" className={buttonClasses({ tone: "primary", size: "small" })}>
        Send
      </button>
      {answer && (
        <div role="status">
          <p className="font-mono text-[13px] font-semibold text-ink">{answer.status}</p>
          {answer.body && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
            <pre tabIndex={0} className="mt-1 max-h-96 overflow-auto text-xs text-ink-soft">
              {answer.body}
            </pre>
          )}
        </div>
      )}
    </form>
  );
}

function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
