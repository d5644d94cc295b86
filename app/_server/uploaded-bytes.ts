import "server-only";

/** The bytes of an uploaded file; empty when no file was sent. A text that was sent in its place is UTF-8. */
export async function uploadedBytes(form: FormData, name: string): Promise<Uint8Array> {
  const file = form.get(name);
  if (!(file instanceof File)) return Buffer.from(file ?? "");
  return new Uint8Array(await file.arrayBuffer());
}
