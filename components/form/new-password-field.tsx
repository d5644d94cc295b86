"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { cn } from "@/components/ui/class-names";
import type { PasswordVerdict } from "@/lib/identity/auth/password-policy";
import { toFieldValue } from "./field-value";
import { TextField } from "./fields";
import { useProblemText } from "./use-problem";

type NewPasswordFieldProps = {
  label: string;
  /** For password stores, which keep it beside the password. */
  username: string;
  /** The person's own words, which a password must not be built from. */
  context: (string | null)[];
  /** The shortest that the organization allows, in characters. */
  least: number;
};

/** A new password with a meter that judges by the same rules as the server. */
export function NewPasswordField({ label, username, context, least }: NewPasswordFieldProps) {
  const t = useTranslations("password");
  const { control } = useFormContext();
  const password = useWatch({ control, name: "password" }) as string | undefined;
  const verdict = useVerdict(toFieldValue(password), context, least);
  return (
    <div className="flex flex-col gap-3">
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <TextField
        name="password"
        label={label}
        type="password"
        autoComplete="new-password"
        hint={t("hint", { least: String(least) })}
      />
      {password && verdict && <Meter verdict={verdict} />}
    </div>
  );
}

const steps = [0, 1, 2, 3] as const;

function Meter({ verdict }: { verdict: PasswordVerdict }) {
  const t = useTranslations("password");
  const say = useProblemText();
  const isGood = verdict.problem === undefined;
  return (
    <div>
      <div aria-hidden className="flex gap-1.5">
        {steps.map((step) => (
          <span
            key={step}
            className={cn(
              "h-1.5 flex-1 rounded-full",
              step < Math.max(1, verdict.score)
                ? isGood
                  ? "bg-success"
                  : "bg-warning"
                : "bg-line-strong/60",
            )}
          />
        ))}
      </div>
      <p role="status" className="mt-1.5 text-[13px] leading-5 text-ink-soft">
        {verdict.problem ? say(verdict.problem) : t(verdict.score === 4 ? "strong" : "good")}
      </p>
    </div>
  );
}

/** The lists of common passwords are large, so they are fetched once someone types. */
function useVerdict(
  password: string,
  context: (string | null)[],
  least: number,
): PasswordVerdict | undefined {
  const [verdict, setVerdict] = useState<PasswordVerdict>();
  const words = context.join("\n");
  useEffect(() => {
    if (password === "") return;
    let isCurrent = true;
    void import("@/lib/identity/auth/password-policy").then(({ judgePassword }) => {
      if (isCurrent) setVerdict(judgePassword(password, words.split("\n"), least));
    });
    return () => {
      isCurrent = false;
    };
  }, [password, words, least]);
  return password === "" ? undefined : verdict;
}
