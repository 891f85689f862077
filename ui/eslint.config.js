// What the window's sources are held to, beside types (svelte-check) and format (Prettier).
import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

import svelteConfig from "./svelte.config.js";

/** Prettier breaks code at this width. It leaves comments, strings and templates as they are: this lint sees them. */
const LONGEST_LINE = 120;

export default ts.config(
  // bindings.ts is written by a program.
  { ignores: ["dist/", "node_modules/", "src/bindings.ts"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { projectService: true, extraFileExtensions: [".svelte"] },
    },
    rules: {
      "max-len": ["error", { code: LONGEST_LINE }],
      eqeqeq: "error",
      // TypeScript knows which names there are.
      "no-undef": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      // The program's refusals are plain objects; they are thrown and handed on as they came (bridge.ts).
      "@typescript-eslint/only-throw-error": "off",
      "@typescript-eslint/prefer-promise-reject-errors": "off",
      // Timers take asynchronous functions here; each of those catches what it throws.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { arguments: false } }],
      // {" "} keeps a space that Svelte would leave out.
      "svelte/no-useless-mustaches": "off",
      // A map that nothing draws from need not be reactive.
      "svelte/prefer-svelte-reactivity": "off",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ["**/*.svelte"],
    rules: {
      // In markup the parser tells TypeScript less than svelte-check does; what it can't tell is taken for `any`.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unnecessary-type-assertion": "off",
    },
  },
  {
    files: ["tests/**"],
    rules: {
      // What stands in for the program answers with promises, as the program does.
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    // What Word lays on the clipboard is written down as it is.
    files: ["tests/paste.test.ts", "tests/keys.test.ts"],
    rules: { "max-len": ["error", { code: LONGEST_LINE, ignoreStrings: true, ignoreTemplateLiterals: true }] },
  },
  {
    files: ["**/*.js", "dev/**", "vite.config.ts"],
    languageOptions: { globals: { ...globals.node } },
  },
  {
    // No types are known of plain JavaScript here.
    files: ["**/*.js"],
    extends: [ts.configs.disableTypeChecked],
  },
);
