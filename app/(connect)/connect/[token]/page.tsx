import { Link2Off, TimerOff } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { readConnectLink } from "@/app/_server/connect-link";
import { LinkButton } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { ViewedConnectLink } from "@/lib/devices/connections/view-connect-link";
import { cleanLinkPart } from "@/lib/identity/auth/link-token";
import { BeginForm } from "./begin-form";
import { Connected } from "./connected";
import { NoteOpened } from "./note-opened";
import { WhatFor } from "./what-for";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connect"))("title") };
}

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ lost?: string | string[]; return?: string | string[] }>;
};

/** What an end-user sees who is asked to connect a device. Looking spends nothing. */
export default async function ConnectPage({ params, searchParams }: Props) {
  const token = cleanLinkPart((await params).token);
  const { link } = await readConnectLink(token);
  const { lost, return: returning } = await searchParams;
  const isReturning = returning !== undefined;
  if (link.kind === "completed") {
    return <Connected token={token} link={link} isReturning={isReturning} />;
  }
  if (link.kind !== "open") return <DeadLink link={link} />;
  const t = await getTranslations("connect");
  const format = await getFormatter();
  const isLost = lost !== undefined;
  const { device, manufacturers } = link;
  const signupLink = device?.signupLink;
  const names = {
    name: link.personName,
    organization: link.organizationName,
    manufacturer: device?.manufacturer ?? t("manufacturer"),
    device: device ? `${device.manufacturer} ${device.model}` : "",
  };
  return (
    <Panel
      title={device ? t("reconnectHeading", names) : t("connectHeading")}
      intro={device ? t("hello", names) : t("helloConnect", names)}
    >
      <div className="flex flex-col gap-6">
        {isLost && <Notice tone="warning">{t("lostText")}</Notice>}
        {link.failure && !isLost && (
          <Notice tone="warning">
            <strong className="block font-medium">{t("failures.title")}</strong>
            {link.failedManufacturer && t.has(`failures.${link.failure}` as "failures.denied")
              ? t(`failures.${link.failure}` as "failures.denied", {
                  ...names,
                  manufacturer: link.failedManufacturer,
                })
              : null}
          </Notice>
        )}
        {device?.isConnected && <Notice>{t("stillConnected")}</Notice>}
        <WhatFor organization={link.organizationName} />
        {manufacturers.length === 0 ? (
          <Notice tone="warning">{t("notOffered", names)}</Notice>
        ) : (
          <ClientMessages namespaces={["connect"]}>
            <NoteOpened token={token} />
            <BeginForm
              token={token}
              manufacturers={manufacturers.map(({ name }) => name)}
              isSettled={device !== null}
            />
          </ClientMessages>
        )}
        {signupLink && (
          <p className="text-sm text-ink-soft">
            {t.rich("noAccount", {
              ...names,
              link: (words) => (
                <a
                  href={signupLink}
                  className="text-accent underline underline-offset-2"
                  rel="noreferrer"
                >
                  {words}
                </a>
              ),
            })}
          </p>
        )}
        {link.cancelUrl && (
          <div>
            <LinkButton href={link.cancelUrl}>{t("cancel")}</LinkButton>
          </div>
        )}
        <p className="text-[13px] leading-5 text-ink-faint">
          {t("validUntil", {
            moment: format.dateTime(link.expiresAt, {
              day: "numeric",
              month: "long",
              hour: "2-digit",
              minute: "2-digit",
              timeZoneName: "short",
              timeZone: link.timeZone,
            }),
          })}
        </p>
      </div>
    </Panel>
  );
}

type Dead = Exclude<ViewedConnectLink, { kind: "open" | "completed" }>;

const icons = { unknown: Link2Off, revoked: Link2Off, expired: TimerOff };

async function DeadLink({ link }: { link: Dead }) {
  const t = await getTranslations("connect");
  const organization = link.kind === "unknown" ? "" : link.organizationName;
  return (
    <MessagePage icon={icons[link.kind]} title={t(`${link.kind}Title`)}>
      {t(`${link.kind}Text`, { organization })}
    </MessagePage>
  );
}
