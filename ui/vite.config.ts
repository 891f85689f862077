import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

/** While developing, `/call` answers as the program would; nothing of it is in the build. */
function backend(): Plugin {
  return {
    name: "vurder-dev-backend",
    apply: "serve",
    async configureServer(server) {
      if (process.env.VITEST) return;
      const { middleware, stop } = await import("./dev/backend.ts");
      server.middlewares.use("/call", middleware());
      server.httpServer?.on("close", stop);
    },
  };
}

export default defineConfig({
  plugins: [svelte(), backend()],
  clearScreen: false,
  server: { port: 5173, strictPort: true, fs: { allow: [".."] }, watch: { ignored: ["**/target/**"] } },
  // The window's rules for content allow no data: fonts and no inline styles, so every asset stays a file.
  build: {
    target: "safari16",
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: { environment: "happy-dom", include: ["tests/**/*.test.ts"] },
  resolve: process.env.VITEST ? { conditions: ["browser"] } : {},
} as Parameters<typeof defineConfig>[0]);
