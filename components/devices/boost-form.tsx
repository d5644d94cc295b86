"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import type { BoostState } from "@/lib/devices/devices/boost-state";
import { setBoostInput } from "@/lib/devices/devices/device-settings-schema";

type Props = {
  action: FormAction<unknown>;
  id: string;
  boostState: BoostState;
  boostForNextSession: boolean;
  isPluggedIn: boolean;
  isFullyCharged: boolean;
  isCharging: boolean;
};

/** Asks for charging at once, in the words of the state that the vehicle is in. */
export function BoostForm(props: Props) {
  const { action, id, boostState, boostForNextSession, isPluggedIn, isFullyCharged, isCharging } =
    props;
  const t = useTranslations("devices.boost");
  if (boostState === "requested" || boostState === "ongoing") {
    return <p className="text-sm text-ink-soft">{t(boostState)}</p>;
  }
  if (isPluggedIn && isFullyCharged) return <p className="text-sm text-ink-soft">{t("full")}</p>;
  if (isPluggedIn && isCharging) return <p className="text-sm text-ink-soft">{t("charging")}</p>;
  const isArmed = !isPluggedIn && boostForNextSession;
  return (
    <ActionForm
      key={`${boostState} ${boostForNextSession} ${isPluggedIn}`}
      action={action}
      schema={setBoostInput}
      label={t("title")}
      className="gap-3"
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="isWanted" value={String(!isArmed)} />
      {isArmed && <p className="text-sm text-ink-soft">{t("armed")}</p>}
      <div>
        <SubmitButton tone={isArmed ? "secondary" : "primary"} size="small">
          {t(isArmed ? "callOff" : isPluggedIn ? "start" : "arm")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
