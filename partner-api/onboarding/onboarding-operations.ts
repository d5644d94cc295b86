import { Invalid } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import {
  createAuthSession,
  createOnboardingSession,
  getOnboardingSession,
  reportCue,
  resolveCue,
} from "@/lib/devices/connections/connect-sessions";
import { sentPriceZone } from "../devices/device-fields";
import { deviceKinds, kindOf } from "../devices/device-kinds";
import { collectionOf, pathOf, referenceOf, tagOf } from "../devices/device-operations";
import { buildingBody, languageTag, sentBuilding } from "../fields";
import { HttpProblem, invalid } from "../http/problem";
import { operation } from "../operation";

const requiredAddress = z.url().max(8000);
const address = requiredAddress.nullable().optional();

const kindOfFilter = (wished: string | null | undefined) =>
  deviceKinds.find(({ filter }) => filter === wished)?.kind ?? null;

const sessionSchema = z
  .object({
    id: z.uuid(),
    authentication_url: z.string().nullable(),
    user: z.uuid(),
    success_url: z.string().nullable(),
    cancel_url: z.string().nullable(),
    expiration_date: z.iso.date(),
    object_id: z.uuid().nullable(),
    external_metadata: z.record(z.string(), z.unknown()),
    language: z.string().nullable(),
    price_zone_default: z.string().nullable(),
    is_smart_optimization_active_default: z.boolean(),
    building: z.uuid().nullable(),
    device_type: z.enum(deviceKinds.map(({ filter }) => filter)).nullable(),
  })
  .meta({ id: "OnboardingSession" });

type Session = Awaited<ReturnType<typeof getOnboardingSession>>;

/** @param url the link; known once, when it is made */
function toSession(session: Session, url: string | null): z.input<typeof sessionSchema> {
  return {
    id: session.id,
    authentication_url: url,
    user: session.userId,
    success_url: session.successUrl,
    cancel_url: session.cancelUrl,
    expiration_date: session.lastDay,
    object_id: session.connectedDeviceId,
    external_metadata: session.externalMetadata ?? {},
    language: session.language,
    price_zone_default: session.priceZone,
    is_smart_optimization_active_default: session.startsOptimized,
    building: session.buildingId,
    device_type: session.deviceKind && kindOf(session.deviceKind).filter,
  };
}

const tag = "Onboarding";

const createSession = operation({
  id: "createOnboardingSession",
  method: "post",
  path: "/device-onboarding",
  tag,
  summary: "Begin connecting devices of an end-user",
  description:
    "Send the end-user to the authentication URL, which is shown this once. Good until the end of the organization's next day.",
  needs: [["update", "device"]],
  body: z
    .object({
      user_id: z.uuid(),
      success_url: address,
      cancel_url: address,
      language: languageTag,
      price_zone_default: sentPriceZone,
      is_smart_optimization_active_default: z.boolean().nullable().optional(),
      ...buildingBody,
      device_type: z
        .enum(deviceKinds.map(({ filter }) => filter))
        .nullable()
        .optional()
        .meta({ description: "`hb` and `sm` are ours: home batteries and smart meters." }),
      external_metadata: z.record(z.string(), z.unknown()).nullable().optional(),
    })
    .meta({ id: "CreateOnboardingSession" }),
  answer: sessionSchema,
  async handle({ actor, body }) {
    const { id, link } = await createOnboardingSession(actor, {
      userId: body.user_id,
      successUrl: body.success_url ?? null,
      cancelUrl: body.cancel_url ?? null,
      language: body.language ?? null,
      priceZone: body.price_zone_default,
      startsOptimized: body.is_smart_optimization_active_default ?? false,
      buildingId: sentBuilding(body) ?? null,
      deviceKind: kindOfFilter(body.device_type),
      externalMetadata: body.external_metadata ?? null,
    });
    return toSession(await getOnboardingSession(actor, { id }), link);
  },
});

const getSession = operation({
  id: "getOnboardingSession",
  method: "get",
  path: "/device-onboarding/{onboarding_session_id}",
  tag,
  summary: "Read an onboarding session",
  description: "Its authentication URL is not shown again: only its hash is kept.",
  needs: [["read", "device"]],
  params: z.object({ onboarding_session_id: z.uuid() }),
  answer: sessionSchema,
  async handle({ actor, params }) {
    const session = await getOnboardingSession(actor, { id: params.onboarding_session_id });
    return toSession(session, null);
  },
});

const authSessionSchema = z
  .object({
    authentication_url: z.string().nullable(),
    device_id: z.uuid().nullable(),
    session_id: z.uuid().nullable(),
  })
  .meta({ id: "AuthSession" });

const authSessions = deviceKinds.map((kind) =>
  operation({
    id: `create${kind.name}AuthSession`,
    method: "post",
    path: `${collectionOf(kind)}/{${kind.parameter}}/auth_session`,
    tag: tagOf(kind),
    summary: `Have ${/^[aeiou]/.test(kind.word) ? "an" : "a"} ${kind.word} connected again`,
    description: "Send the end-user to the authentication URL, which is shown this once.",
    needs: [["update", "device"]],
    params: pathOf(kind),
    body: z
      .object({ success_url: address, cancel_url: address })
      .meta({ id: `${kind.name}AuthSession` }),
    answer: authSessionSchema,
    async handle({ actor, params, body }) {
      const session = await createAuthSession(actor, {
        ...referenceOf(kind, params),
        kind: kind.kind,
        successUrl: body.success_url ?? null,
        cancelUrl: body.cancel_url ?? null,
      });
      return {
        authentication_url: session.link,
        device_id: session.deviceId,
        session_id: session.id,
      };
    },
  }),
);

/** Problems of a use-case whose fields the client knows by the same names, in camel case. */
async function withSentNames<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Invalid) throw new HttpProblem(invalid(error.fields, (name) => name));
    throw error;
  }
}

const cuePath = z.object({ cue_id: z.uuid() });
const cueQuery = z.object({ secret: z.string().max(400) });
const opensBySecret = true;
const anything = z.record(z.string(), z.unknown()).optional();

const startCue = operation({
  id: "resolveCue",
  method: "post",
  path: "/cues/{cue_id}/resolve",
  tag: "Cues",
  summary: "Start a device's pending action",
  description: "The secret of the resolution link authorizes; there is no token.",
  needs: [],
  opensBySecret,
  params: cuePath,
  query: cueQuery,
  body: z
    .object({
      successUrl: requiredAddress,
      cancelUrl: requiredAddress,
      language: languageTag,
      location: anything,
      clientInfo: anything,
    })
    .meta({ id: "ResolveCue" }),
  answer: z.object({ redirect_url: z.string() }),
  async handle({ actor, params, body }) {
    const { successUrl, cancelUrl, language = null } = body;
    const cue = { deviceId: params.cue_id, successUrl, cancelUrl, language };
    const { link } = await withSentNames(() => resolveCue(actor, cue));
    return { redirect_url: link };
  },
});

const endCue = operation({
  id: "reportCue",
  method: "post",
  path: "/cues/{cue_id}/state",
  tag: "Cues",
  summary: "Report how a pending action went",
  description:
    "A success is accepted once the device is connected, which ends the action; before it is 409. A failure is recorded, and the action can be started again.",
  needs: [],
  opensBySecret,
  params: cuePath,
  query: cueQuery,
  body: z
    .object({
      state: z.enum(["success", "fail"]),
      payload: anything,
      location: anything,
      client_info: anything,
    })
    .meta({ id: "ReportCue" }),
  answer: z.object({ action_id: z.uuid() }),
  async handle({ actor, params, body }) {
    const { id } = await reportCue(actor, {
      deviceId: params.cue_id,
      hasSucceeded: body.state === "success",
    });
    return { action_id: id };
  },
});

export const onboardingOperations = [createSession, getSession, ...authSessions, startCue, endCue];
