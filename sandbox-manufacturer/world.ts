import { randomBytes, randomInt } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { configuration } from "./configuration";
import { type Kind, type Maker, makers } from "./makers";

/** How a manufacturer's cloud behaves just now. */
export const moods = ["up", "down", "slow", "throttled", "nonsense", "odd"] as const;
export type Mood = (typeof moods)[number];

export const lossReasons = ["password_changed", "consent_withdrawn", "session_expired"] as const;
export type LossReason = (typeof lossReasons)[number];

export type SandboxDevice = {
  serial: string;
  kind: Kind;
  model: string;
  year: number | null;
  /** It has no power or no network, and reports nothing. */
  isSilent: boolean;
  lastReportAt: string | null;
  settings: Record<string, unknown>;
};

/** What a customer once allowed a client. */
export type Grant = {
  id: string;
  refreshToken: string;
  /** Still good until the new access token has been used: an answer can get lost on its way. */
  previousRefreshToken: string | null;
  accessTokens: { token: string; expiresAt: number }[];
  webhookUrl: string | null;
};

export type Account = {
  id: string;
  maker: string;
  email: string;
  devices: SandboxDevice[];
  grants: Grant[];
  /** Why the last grants ended. */
  lost: LossReason | null;
};

type World = { accounts: Account[]; moods: Record<string, Mood> };

const file = configuration.SANDBOX_MANUFACTURER_STATE;
const world: World =
  file && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { accounts: [], moods: {} };
const byAddress = new Map(world.accounts.map((account) => [keyOf(account), account]));

function keyOf({ maker, email }: { maker: string; email: string }): string {
  return `${maker} ${email.toLowerCase()}`;
}

let isSaving = false;

/** Writes everything down soon; many changes in a row are one writing. */
export function save(): void {
  if (!file || isSaving) return;
  isSaving = true;
  setTimeout(() => {
    isSaving = false;
    writeFileSync(`${file}.new`, JSON.stringify(world));
    renameSync(`${file}.new`, file);
  }, 200).unref();
}

export const secret = () => randomBytes(24).toString("base64url");

export const moodOf = (maker: string): Mood => world.moods[maker] ?? "up";

export function setMood(maker: string, mood: Mood): void {
  world.moods[maker] = mood;
  save();
}

export const findAccount = (maker: string, email: string): Account | undefined =>
  byAddress.get(keyOf({ maker, email }));

export const accountsOf = (maker: string): Account[] =>
  world.accounts.filter((account) => account.maker === maker);

/** The account of an address, with the given devices in place of what it had. */
export function registerAccount(
  maker: string,
  email: string,
  devices: Pick<SandboxDevice, "serial" | "kind" | "model" | "year">[],
): Account {
  const account = findAccount(maker, email) ?? addAccount(maker, email);
  account.devices = devices.map((device) => ({
    ...device,
    isSilent: false,
    lastReportAt: null,
    settings: {},
  }));
  save();
  return account;
}

function addAccount(maker: string, email: string): Account {
  const id = `acc_${randomBytes(8).toString("hex")}`;
  const account: Account = { id, maker, email, devices: [], grants: [], lost: null };
  world.accounts.push(account);
  byAddress.set(keyOf(account), account);
  return account;
}

/** A first login finds one new device of the manufacturer. */
export function openAccount(maker: Maker, email: string): Account {
  const known = findAccount(maker.slug, email);
  if (known) return known;
  const offered = maker.models[randomInt(maker.models.length)] ?? maker.models[0];
  if (!offered) throw new Error(`${maker.name} makes nothing.`);
  const serial = `${maker.slug.slice(0, 3).toUpperCase()}-${randomBytes(4).toString("hex").toUpperCase()}`;
  return registerAccount(maker.slug, email, [{ ...offered, serial, year: 2025 }]);
}

export function addGrant(account: Account): Grant {
  const grant = {
    id: secret(),
    refreshToken: secret(),
    previousRefreshToken: null,
    accessTokens: [],
    webhookUrl: null,
  };
  account.grants.push(grant);
  account.lost = null;
  save();
  return grant;
}

/** Everything the customer allowed is over. @returns where the clients want to be told */
export function loseAuthorization(account: Account, reason: LossReason): string[] {
  const told = account.grants.flatMap(({ webhookUrl }) => (webhookUrl ? [webhookUrl] : []));
  account.grants = [];
  account.lost = reason;
  save();
  return [...new Set(told)];
}

/** The maker of a path; undefined where there is none. */
export const findMaker = (slug: string): Maker | undefined => makers.get(slug);
