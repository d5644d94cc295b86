import "server-only";

/**
 * The text of an uploaded file: UTF-8, or Windows-1252 where it is not, as older spreadsheets write it.
 * Empty when no file was sent; a text that was sent in its place is taken as it is.
 */
export async function uploadedText(form: FormData, name: string): Promise<string> {
  const file = form.get(name);
  if (!(file instanceof File)) return file ?? "";
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
