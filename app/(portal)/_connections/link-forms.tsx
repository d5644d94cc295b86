"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, HiddenField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { buttonClasses } from "@/components/ui/button";
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

type NewLinkFormProps = {
  about: About;
  /** False where the end-user is known to have no address. */
  isMailable?: boolean;
  /** Whether the device's optimization is off and can be turned on with the connection. */
  offersOptimization?: boolean;
};

/** Two ways to hand a link on: by mail, or shown once with a code to scan. */
export function NewLinkForm({
  about,
  isMailable = true,
  offersOptimization = false,
}: NewLinkFormProps) {
  const t = useTranslations("connections");
  const [made, setMade] = useState(0);
  const isOfDevice = "deviceId" in about;
  return (
    <ActionForm
      key={made}
      action={isOfDevice ? createReconnectionLinkAction : createOnboardingLinkAction}
      schema={isOfDevice ? createReconnectionLinkInput : createOnboardingLinkInput}
      values={{ startsOptimized: offersOptimization }}
      label={t(isOfDevice ? "title" : "connectNew")}
      whenDone={(link) => (
        <div className="flex flex-col items-start gap-3">
          <NewLink {...link} />
          <button
            type="button"
            onClick={() => setMade(made + 1)}
            className={buttonClasses({ tone: "quiet", size: "small" })}
          >
            {t("createAnother")}
          </button>
        </div>
      )}
      className="gap-3"
    >
      <AboutField about={about} />
      {offersOptimization && <CheckboxField name="startsOptimized" label={t("startsOptimized")} />}
      <div className="flex flex-wrap items-start gap-2">
        {isMailable && (
          <SubmitButton name="isMailed" value="true" size="small">
            {t(isOfDevice ? "sendReconnectionLink" : "createAndSend")}
          </SubmitButton>
        )}
        <SubmitButton name="isMailed" value="false" tone="secondary" size="small">
          {t("create")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

const AboutField = ({ about }: { about: About }) =>
  "deviceId" in about ? (
    <HiddenField name="deviceId" value={about.deviceId} />
  ) : (
    <HiddenField name="userId" value={about.userId} />
  );

/** Mails an end-user a link, from a line of a list. */
export function SendLinkForm({ about }: { about: About }) {
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
      className="items-start gap-2"
    >
      <AboutField about={about} />
      <HiddenField name="isMailed" value="true" />
      <SubmitButton tone="secondary" size="small">
        {t("sendLink")}
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
