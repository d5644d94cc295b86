import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type DiagnosisFinding, diagnoses } from "@/db/schema";
import { actorId, actorName } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { endUserTarget, findEndUser } from "@/lib/customers/end-users/find-end-user";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { readConnectionSettings } from "@/lib/devices/connections/connection-settings";
import { deviceTarget, findDevice } from "@/lib/devices/devices/find-device";
import { deviceChecks } from "./device-checks";
import { runDiagnosisInput } from "./diagnosis-schema";
import type { DeviceFacts } from "./facts";
import type { NextStep } from "./finding";
import { personChecks } from "./person-checks";
import { devicesOf, readDeviceFacts, readPersonFacts } from "./read-facts";

async function findSubject(transaction: Transaction, input: z.infer<typeof runDiagnosisInput>) {
  if ("userId" in input) return { userId: input.userId };
  const device = await findDevice(transaction, input.deviceId);
  return { userId: device.userId, device };
}

/**
 * Looks an end-user over, or one of their devices, and keeps what was found. Running it again is another look.
 * @returns the id under which it is kept
 */
export const runDiagnosis = defineCommand({
  name: "runDiagnosis",
  input: runDiagnosisInput,
  requires: () => [
    { action: "update", resource: "end-user" },
    { action: "read", resource: "device" },
    { action: "create", resource: "note" },
  ],
  async run({ actor, input, transaction }) {
    const { userId, device } = await findSubject(transaction, input);
    const user = await findEndUser(transaction, userId);
    const facts = await readPersonFacts(transaction, user);
    const findings: DiagnosisFinding[] = personChecks.map(({ key, run }) => kept(key, run(facts)));
    const settings = await readConnectionSettings(transaction);
    const of = device ? [device] : await devicesOf(transaction, user.id);
    for (const one of await readDeviceFacts(transaction, of, settings)) {
      findings.push(...lookOver(one));
    }
    const [run] = await transaction
      .insert(diagnoses)
      .values({
        organizationId: actor.organizationId,
        userId: user.id,
        deviceId: device?.id,
        findings,
        ranBy: actorId(actor),
        ranByName: actorName(actor),
        createdAt: now(),
      })
      .returning({ id: diagnoses.id });
    if (!run) throw new Error("The insert returned no row.");
    return {
      result: { id: run.id, userId: user.id },
      audit: [
        {
          action: "diagnosis.run",
          target: device ? deviceTarget(device) : endUserTarget(user),
          changes: {
            problems: {
              before: null,
              after: findings.filter(({ verdict }) => verdict === "problem").length,
            },
          },
        },
      ],
    };
  },
});

function lookOver(facts: DeviceFacts): DiagnosisFinding[] {
  const { id, manufacturer, model, kind } = facts.device;
  return deviceChecks
    .filter(({ kinds }) => !kinds || kinds.includes(kind))
    .map(({ key, run }) => ({
      device: { id, name: `${manufacturer} ${model}` },
      ...kept(key, run(facts)),
    }));
}

function kept(
  key: string,
  { verdict, says, evidence }: ReturnType<(typeof personChecks)[number]["run"]>,
): DiagnosisFinding {
  return { check: `${key}.${says}`, verdict, evidence: evidence ?? {} };
}

/** What a run found, each with what can be done about it; and the run before it. @throws NotFound */
export const getDiagnosis = defineQuery({
  name: "getDiagnosis",
  input: z.object({ id: z.uuid() }),
  requires: () => [
    { action: "read", resource: "end-user" },
    { action: "read", resource: "note" },
  ],
  async run({ input, transaction }) {
    const [run] = await transaction.select().from(diagnoses).where(eq(diagnoses.id, input.id));
    if (!run) throw new NotFound();
    const user = await findEndUser(transaction, run.userId);
    return {
      id: run.id,
      createdAt: run.createdAt,
      ranByName: run.ranByName,
      deviceId: run.deviceId,
      user: { id: user.id, name: endUserTarget(user).name, email: user.email },
      findings: run.findings.map((finding) => ({ ...finding, next: nextOf(finding.check) })),
    };
  },
});

function nextOf(checkAndSentence: string): NextStep | undefined {
  const [key, says = ""] = checkAndSentence.split(".");
  return [...personChecks, ...deviceChecks].find((check) => check.key === key)?.next?.[says];
}

const shown = 5;

/** The latest runs about an end-user, without what they found. */
export const listDiagnoses = defineQuery({
  name: "listDiagnoses",
  input: z.object({ userId: z.uuid(), deviceId: z.uuid().optional() }),
  requires: () => [
    { action: "read", resource: "end-user" },
    { action: "read", resource: "note" },
  ],
  async run({ input, transaction }) {
    const rows = await transaction
      .select()
      .from(diagnoses)
      .where(
        and(
          eq(diagnoses.userId, input.userId),
          input.deviceId ? eq(diagnoses.deviceId, input.deviceId) : undefined,
        ),
      )
      .orderBy(desc(diagnoses.createdAt), desc(diagnoses.id))
      .limit(shown);
    return rows.map(({ id, createdAt, ranByName, findings }) => ({
      id,
      createdAt,
      ranByName,
      problems: findings.filter(({ verdict }) => verdict === "problem").length,
      warnings: findings.filter(({ verdict }) => verdict === "warning").length,
    }));
  },
});
