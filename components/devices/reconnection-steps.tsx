import { Circle, CircleCheck, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";

type State = "noLink" | "sent" | "opened" | "failed" | "expired" | "connected" | "optimizing";

export type ShownReconnection = {
  state: State;
  sentAt: Date | null;
  openedAt: Date | null;
  connectedAt: Date | null;
};

const steps = ["sent", "opened", "connected", "optimizing"] as const;
type Step = (typeof steps)[number];

function isDone(step: Step, { state, sentAt, openedAt, connectedAt }: ShownReconnection): boolean {
  if (step === "sent") return sentAt !== null && state !== "expired";
  if (step === "opened") return openedAt !== null || connectedAt !== null;
  return step === "connected" ? connectedAt !== null : state === "optimizing";
}

type Props = {
  reconnection: ShownReconnection;
  /** Whether the device can be optimised: the way of one that only measures ends at the connection. */
  isControllable: boolean;
};

/** How far a device is on its way from a lost connection to being optimised again. */
export function ReconnectionSteps({ reconnection, isControllable }: Props) {
  const t = useTranslations("connections.reconnection");
  const times: Record<Step, Date | null> = {
    sent: reconnection.sentAt,
    opened: reconnection.openedAt,
    connected: reconnection.connectedAt,
    optimizing: null,
  };
  const shown = steps.filter((step) => isControllable || step !== "optimizing");
  const next = shown.find((step) => !isDone(step, reconnection));
  return (
    <ol aria-label={t("title")} className="flex flex-wrap gap-x-6 gap-y-2 text-[13px] leading-5">
      {shown.map((step) => {
        const done = isDone(step, reconnection);
        const problem = step === next && problemOf(reconnection.state);
        return (
          <li
            key={step}
            aria-current={step === next ? "step" : undefined}
            className={done ? "flex gap-1.5 text-ink" : "flex gap-1.5 text-ink-soft"}
          >
            {done ? (
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
            ) : problem ? (
              <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
            ) : (
              <Circle aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
            )}
            <span>
              <span className="block font-medium">
                {t(problem ? `problems.${problem}` : `steps.${step}`)}
                <span className="sr-only">{t(done ? "done" : "open")}</span>
              </span>
              {done && times[step] && (
                <span className="block text-ink-soft">
                  <Moment value={times[step]} />
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** What keeps the way from going on, where something does. */
const problemOf = (state: State) => (state === "failed" || state === "expired" ? state : undefined);

/** The same in one line, for lists. */
export function ReconnectionLine({ reconnection }: { reconnection: ShownReconnection }) {
  const t = useTranslations("connections.reconnection");
  const { state, sentAt, openedAt, connectedAt } = reconnection;
  return t.rich(`states.${state}`, {
    when: () => <Moment value={connectedAt ?? openedAt ?? sentAt} />,
  });
}
