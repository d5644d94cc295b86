"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField, TextArea } from "@/components/form/fields";
import { IdentityProofField } from "@/components/form/identity-proof-field";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { PendingStepUp } from "@/lib/identity/second-factor/step-up";
import {
  type HandoverKind,
  handoverKinds,
  removeMemberInput,
} from "@/lib/team/members/departure-schema";
import { removeMemberAction } from "../../actions";

export type Handover = {
  kind: HandoverKind;
  count: number;
  /** The records, listed. */
  list: ReactNode;
  defaultId: string | undefined;
  options: { value: string; label: string }[];
};

type Props = {
  id: string;
  handovers: Handover[];
  stepUp: PendingStepUp | undefined;
  /** What else ends or stays, between the handover and the confirmation. */
  children: ReactNode;
};

/** Asks for a new owner of each kind of records, and removes the member. */
export function DepartureForm({ id, handovers, stepUp, children }: Props) {
  const t = useTranslations("team");
  const shown = handovers.filter(({ count }) => count > 0);
  const values = Object.fromEntries(
    shown.map(({ kind, defaultId }) => [handoverKinds[kind].field, defaultId ?? ""]),
  );
  return (
    <ActionForm
      action={removeMemberAction}
      schema={removeMemberInput}
      values={values}
      label={t("remove")}
      className="gap-4"
      placesIdentityProof
    >
      <HiddenField name="id" value={id} />
      {handovers
        .filter(({ count }) => count === 0)
        .map(({ kind, defaultId }) => (
          // What the member gets while this page is open goes to the default.
          <HiddenField key={kind} name={handoverKinds[kind].field} value={defaultId ?? ""} />
        ))}
      <Card
        title={t("handover")}
        description={t(shown.length > 0 ? "handoverHint" : "nothingToHandOver")}
        isFlush
      >
        {shown.map((handover) => (
          <HandoverSection key={handover.kind} handover={handover} />
        ))}
      </Card>
      {children}
      <Card title={t("remove")}>
        <div className="flex flex-col gap-5">
          <TextArea name="reason" label={t("removeReason")} hint={t("reasonHint")} rows={2} />
          <IdentityProofField expected={stepUp} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton tone="danger">{t("remove")}</SubmitButton>
            <LinkButton href={`/team/${id}`} tone="quiet">
              {t("cancel")}
            </LinkButton>
          </div>
        </div>
      </Card>
    </ActionForm>
  );
}

function HandoverSection({ handover: { kind, count, list, options } }: { handover: Handover }) {
  const t = useTranslations("team");
  return (
    <div className="grid gap-x-8 gap-y-3 border-t border-line px-5 py-4 sm:grid-cols-2">
      <div className="min-w-0">
        <h3 className="mb-1.5 text-sm font-medium text-ink">
          {t(`handovers.${kind}.title`, { count })}
        </h3>
        {list}
      </div>
      <SelectField
        name={handoverKinds[kind].field}
        label={t(`handovers.${kind}.newOwner`)}
        hint={t(`handovers.${kind}.hint`)}
        options={options}
      />
    </div>
  );
}
