export const secondFactor = {
  title: "Second factor",
  description:
    "Something you have, beside the password you know: without it nobody logs in as you.",
  mustSetUp:
    "Your organization asks for a second factor. Set one up to go on; until then nothing else is open.",
  yours: "Your second factors",
  lastUsed: "last used",
  never: "never",
  kinds: { totp: "Authenticator app", passkey: "Passkey" },
  remove: "Remove",
  addApp: "Add an authenticator app",
  addAppHint:
    "Read the code with an app such as Aegis, 1Password, Google or Microsoft Authenticator, then type what it shows.",
  addPasskey: "Add a passkey",
  addPasskeyHint:
    "Your device, a phone or a security key proves you by fingerprint, face or PIN. Nobody can trick you into typing it elsewhere.",
  defaultPasskeyName: "This device",
  usePasskey: "Use a passkey",
  qrCode: "QR code with the secret for your authenticator app",
  orType: "Or type this secret into the app:",
  openApp: "Open it in an app on this device",
  firstCode: "Code that the app shows",
  name: "Name",
  defaultName: "My phone",
  codes: "Recovery codes",
  codesLeft:
    "For the day your phone is lost; each opens once. {count, plural, =0 {None is left.} one {One is left.} other {# are left.}}",
  replaceCodes: "Make new recovery codes",
  codesHint:
    "Keep these recovery codes where you keep important papers. They are shown this once, and each opens your account once.",
  codesKept: "I have kept them",
  saved: {
    added: "The second factor is added.",
    removed: "The second factor is removed.",
  },
  proveTitle: "One more step",
  proveIntro: "Your password was right. Now prove it with your second factor.",
  code: "Code",
  codeHint: "The six digits of your authenticator app, or one of your recovery codes.",
  prove: "Log in",
  confirmTitle: "Confirm that it is you",
  confirmIntro: "What you asked for is sensitive, and your last login was a while ago.",
  confirm: "Confirm",
};
