"use client";

/** When even the frame of the page cannot be made: plain, in both languages, without any of our parts. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <h1>Something went wrong · Etwas ist schiefgegangen</h1>
        <p>
          Please load the page again. · <span lang="de">Bitte laden Sie die Seite neu.</span>
        </p>
        {error.digest && <p>{error.digest}</p>}
      </body>
    </html>
  );
}
