/** Says that the server answers; for load balancers. */
export function GET() {
  return new Response("ok", { headers: { "cache-control": "no-store" } });
}
