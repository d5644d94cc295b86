import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { ZodError } from "zod";
import { configuration } from "./configuration";
import { controlRoutes } from "./control-routes";
import { deviceRoutes } from "./device-routes";
import { loginRoutes } from "./login-routes";
import { tokenRoutes } from "./token-routes";

/**
 * A small world of manufacturers' clouds to connect devices at: for the demo and the tests. It knows nothing of
 * the portal but what any manufacturer would, and listens on this machine alone.
 */
const service = new Hono()
  .route("/", controlRoutes)
  .route("/", loginRoutes)
  .route("/", tokenRoutes)
  .route("/", deviceRoutes)
  .onError((error, context) => {
    if (error instanceof SyntaxError || error instanceof ZodError) {
      return context.text("Bad request", 400);
    }
    process.stderr.write(`${error.stack ?? error.message}\n`);
    return context.text("Internal server error", 500);
  });

const server = serve(
  { fetch: service.fetch, port: configuration.PORT, hostname: "localhost" },
  () => process.send?.("ready"),
);

function stop() {
  server.close(() => process.exit(0));
  setTimeout(() => process.exit(0), 2000).unref();
}
process.on("SIGTERM", stop).on("SIGINT", stop);
process.on("disconnect", stop);
