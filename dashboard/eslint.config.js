import js from "@eslint/js";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { readdirSync } from "node:fs";
import tseslint from "typescript-eslint";

const features = readdirSync(new URL("./src/features", import.meta.url));

// Imports go one way: app → features → api → ui → lib.
const layers = [
  { target: "./src/lib", from: ["./src/ui", "./src/api", "./src/features", "./src/app"] },
  { target: "./src/ui", from: ["./src/api", "./src/features", "./src/app"] },
  { target: "./src/api", from: ["./src/features", "./src/app"] },
  { target: "./src/features", from: "./src/app" },
];

// Features are strangers; they meet in app.
const strangers = features.map((name) => ({
  target: `./src/features/${name}`,
  from: "./src/features",
  except: [`./${name}`],
}));

export default tseslint.config(
  { ignores: ["dist", "node_modules", "src/api/generated.ts"] },
  js.configs.recommended,
  {
    files: ["src/**/*.{ts,tsx}", "vite.config.ts"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "import-x": importX, "react-hooks": reactHooks, "jsx-a11y": jsxA11y },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver()] },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": ["error", { zones: [...layers, ...strangers] }],
      "max-lines": ["error", { max: 250 }],
      complexity: ["error", 15],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true, argsIgnorePattern: "^_" }],
      // Text of customers reaches the page through React's escaping and nothing else.
      "no-restricted-syntax": [
        "error",
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "Untrusted text: never raw HTML." },
        { selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]", message: "Never raw HTML." },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      // The router's redirects and not-founds are thrown values by its own design.
      "@typescript-eslint/only-throw-error": "off",
    },
  },
  {
    files: ["public/*.js"],
    languageOptions: { globals: { localStorage: "readonly", matchMedia: "readonly", document: "readonly" } },
  },
  {
    files: ["dev/**/*.mjs", "scripts/**/*.mjs", "eslint.config.js"],
    languageOptions: { globals: { process: "readonly", console: "readonly", setTimeout: "readonly", setInterval: "readonly", clearInterval: "readonly", URL: "readonly", Buffer: "readonly" } },
    rules: { "max-lines": ["error", { max: 250 }] },
  },
);
