"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { CopyText } from "@/components/ui/copy-text";
import { Notice } from "@/components/ui/notice";
import {
  connectLinkReference,
  createOnboardingLinkInput,
  createReconnectionLinkInput,
  endConnectionInput,
} from "@/lib/devices/connections/connect-link-schema";
import {
  createOnboardingLinkAction,
  createReconnectionLinkAction,
  endConnectionAction,
  revokeConnectLinkAction,
} from "./actions";

type About = { deviceId: string } | { userId: string };

type NewLinkFormsProps = {
  about: About;
  /** False where the end-user is known to have no address. */
  isMailable?: boolean;
};

/** Two ways to hand a link on: by mail, or shown once with a code to scan. */
export function NewLinkForms({ about, isMailable = true }: NewLinkFormsProps) {
  return (
    <div className="flex flex-wrap items-start gap-2">
      {isMailable && <NewLinkForm about={about} isMailed />}
      <NewLinkForm about={about} isMailed={false} />
    </div>
  );
}

function NewLinkForm({ about, isMailed }: { about: About; isMailed: boolean }) {
  const t = useTranslations("connections");
  const isOfDevice = "deviceId" in about;
  return (
    <ActionForm
      action={isOfDevice ? createReconnectionLinkAction : createOnboardingLinkAction}
      schema={isOfDevice ? createReconnectionLinkInput : createOnboardingLinkInput}
      label={t(isMailed ? "createAndSend" : "create")}
      whenDone={(made) => <NewLink {...made} />}
      className="gap-3"
    >
      {isOfDevice ? (
        <HiddenField name="deviceId" value={about.deviceId} />
      ) : (
        <HiddenField name="userId" value={about.userId} />
      )}
      <HiddenField name="isMailed" value={String(isMailed)} />
      <SubmitButton tone={isMailed ? "primary" : "secondary"} size="small">
        {t(isMailed ? "createAndSend" : "create")}
      </SubmitButton>
    </ActionForm>
  );
}

/** Mails an end-user a link, from a line of a list or a notice. */
export function SendLinkForm({
  about,
  label = "sendLink",
}: {
  about: About;
  label?: "sendLink" | "sendReconnectionLink";
}) {
  const t = useTranslations("connections");
  const isOfDevice = "deviceId" in about;
  return (
    <ActionForm
      action={isOfDevice ? createReconnectionLinkAction : createOnboardingLinkAction}
      schema={isOfDevice ? createReconnectionLinkInput : createOnboardingLinkInput}
      whenDone={({ recipient }) => (
        <p role="status" className="text-[13px] text-success">
          {t("sent", { recipient })}
        </p>
      )}
      className="gap-2"
    >
      {isOfDevice ? (
        <HiddenField name="deviceId" value={about.deviceId} />
      ) : (
        <HiddenField name="userId" value={about.userId} />
      )}
      <HiddenField name="isMailed" value="true" />
      <SubmitButton tone="secondary" size="small">
        {t(label)}
      </SubmitButton>
    </ActionForm>
  );
}

type NewLinkProps = {
  recipient: string;
  /** What is shown of a link that was not mailed. */
  once?: { link: string; qrCode: string; until: string };
};

/** The link, this once; or that its mail is on its way. */
function NewLink({ recipient, once }: NewLinkProps) {
  const t = useTranslations("connections");
  if (!once) return <Notice tone="success">{t("sent", { recipient })}</Notice>;
  return (
    <div className="flex flex-col gap-3">
      <CopyText
        label={t("created", { recipient })}
        text={once.link}
        hint={t("createdHint", { moment: once.until })}
      />
      {/* biome-ignore lint/performance/noImgElement: a drawing made here, nothing to optimise */}
      <img
        src={`data:image/svg+xml;base64,${once.qrCode}`}
        alt={t("qrCode")}
        width={176}
        height={176}
        className="rounded-lg border border-line bg-white p-2"
      />
    </div>
  );
}

export function EndLinkForm({ id }: { id: string }) {
  const t = useTranslations("connections");
  return (
    <ActionForm action={revokeConnectLinkAction} schema={connectLinkReference}>
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="secondary" size="small">
          {t("revoke")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

export function EndConnectionForm({ id }: { id: string }) {
  const t = useTranslations("connections");
  return (
    <ActionForm action={endConnectionAction} schema={endConnectionInput} label={t("end")}>
      <HiddenField name="id" value={id} />
      <TextField name="reason" label={t("reason")} />
      <div>
        <SubmitButton tone="danger">{t("end")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
