import { Eye, KeyRound, SlidersHorizontal, Undo2 } from "lucide-react";
import { getTranslations } from "next-intl/server";

const lists = [
  {
    title: "canTitle",
    points: [
      { key: "read", icon: Eye },
      { key: "steer", icon: SlidersHorizontal },
    ],
  },
  {
    title: "cannotTitle",
    points: [
      { key: "never", icon: KeyRound },
      { key: "end", icon: Undo2 },
    ],
  },
] as const;

/** What the access is for, before it is given. */
export async function WhatFor({ organization }: { organization: string }) {
  const t = await getTranslations("connect");
  return (
    <div className="flex flex-col gap-5">
      {lists.map(({ title, points }) => (
        <section key={title}>
          <h2 className="text-sm font-medium text-ink">{t(title, { organization })}</h2>
          <ul className="mt-3 flex flex-col gap-2.5">
            {points.map(({ key, icon: Icon }) => (
              <li key={key} className="flex gap-3 text-sm text-ink-soft">
                <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
                {t(`what.${key}`)}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
