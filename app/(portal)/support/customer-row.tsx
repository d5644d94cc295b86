import { FolderOpen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DeviceChip } from "@/components/devices/device-chip";
import { LinkButton } from "@/components/ui/button";
import { Highlighted } from "@/components/ui/highlighted";
import type { SearchWords } from "@/lib/core/lists/search-words";
import type { FoundCustomer } from "@/lib/support/search/search-customers";
import { SendLinkForm } from "../_connections/link-forms";
import { RunDiagnosisForm } from "../diagnoses/diagnosis-forms";

type Props = {
  customer: FoundCustomer;
  words: SearchWords;
  rights: { diagnose: boolean; sendLink: boolean; openCase: boolean };
};

/** One customer who may be meant: what tells them apart, their devices and open cases, and what can be done. */
export function CustomerRow({ customer, words, rights }: Props) {
  const t = useTranslations("support");
  const { id, devices } = customer;
  const broken = devices.find(({ connectionState }) => connectionState === "disconnected");
  return (
    <li className="flex flex-col gap-x-6 gap-y-3 px-5 py-4 lg:flex-row lg:items-start">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <Link href={`/users/${id}`} className="font-medium break-words text-ink hover:underline">
            <Highlighted text={customer.name} words={words} />
          </Link>
          {customer.externalUserId && (
            <span className="text-[13px] text-ink-soft tabular-nums">
              <span className="sr-only">{t("customerNumber")} </span>
              <Highlighted text={customer.externalUserId} words={words} />
            </span>
          )}
        </p>
        <Facts customer={customer} words={words} />
        <Reasons customer={customer} words={words} />
        <DevicesAndCases customer={customer} />
      </div>
      <div className="flex flex-wrap items-start gap-2 lg:justify-end">
        {rights.sendLink && customer.email !== null && (
          <SendLinkForm about={broken ? { deviceId: broken.id } : { userId: id }} />
        )}
        {rights.diagnose && <RunDiagnosisForm about={{ userId: id }} label={t("diagnose")} />}
        {rights.openCase && (
          <LinkButton href={`/cases/new?user=${id}`} size="small">
            {t("openCase")}
          </LinkButton>
        )}
      </div>
    </li>
  );
}

function Facts({ customer, words }: Pick<Props, "customer" | "words">) {
  const town = [customer.zipCode, customer.town].filter(Boolean).join(" ");
  const address = [customer.streetAndNumber, town].filter(Boolean).join(", ");
  const facts = [address, customer.phone, customer.email].filter((fact) => fact !== null);
  return (
    <p className="mt-0.5 flex flex-wrap gap-x-4 text-[13px] leading-5 text-ink-faint">
      {facts
        .filter((fact) => fact !== "")
        .map((fact) => (
          <span key={fact} className="min-w-0 break-words">
            <Highlighted text={fact} words={words} />
          </span>
        ))}
    </p>
  );
}

/** Why somebody was found whose own record does not fit. */
function Reasons({ customer, words }: Pick<Props, "customer" | "words">) {
  const t = useTranslations("support");
  return customer.ownedMatches.map(({ kind, name, text }) => (
    <p
      key={`${kind} ${name} ${text}`}
      className="mt-0.5 flex flex-wrap gap-x-2 text-[13px] leading-5 text-ink-soft"
    >
      <span>{kind === "meter" ? t("matches.meter") : t(`matches.${kind}`, { name })}</span>
      {kind !== "case" && (
        <span className="min-w-0 break-all">
          <Highlighted text={text} words={words} />
        </span>
      )}
    </p>
  ));
}

function DevicesAndCases({ customer }: Pick<Props, "customer">) {
  const t = useTranslations("support");
  const { devices, deviceCount, openCases, openCaseCount } = customer;
  const more: ReactNode[] = [];
  if (deviceCount > devices.length) {
    more.push(t("moreDevices", { count: deviceCount - devices.length }));
  }
  if (openCaseCount > openCases.length) {
    more.push(t("moreCases", { count: openCaseCount - openCases.length }));
  }
  if (devices.length === 0 && openCases.length === 0) return null;
  return (
    <ul className="mt-2.5 flex flex-wrap items-center gap-1.5">
      {devices.map((device) => (
        <li key={device.id}>
          <DeviceChip device={device} />
        </li>
      ))}
      {openCases.map(({ id, number, subject }) => (
        <li key={id} className="min-w-0">
          <Link
            href={`/cases/${id}`}
            className="inline-flex h-6.5 max-w-full items-center gap-1.5 rounded-full border border-line px-2 text-xs text-ink-soft hover:border-line-strong hover:text-ink"
          >
            <FolderOpen aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
            <span className="sr-only">{t("openCaseOf")} </span>
            <span className="max-w-56 truncate">
              #{number} {subject}
            </span>
          </Link>
        </li>
      ))}
      {more.length > 0 && (
        <li className="text-xs leading-6 text-ink-faint">
          <Link href={`/users/${customer.id}`} className="hover:underline">
            {more.join(" · ")}
          </Link>
        </li>
      )}
    </ul>
  );
}
