import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/document.css";
import "./styles/tables.css";
import "./state/theme.svelte";
import "./state/zoom.svelte";

import { mount } from "svelte";

import App from "./App.svelte";
import { keepBrowserKeys } from "./browser-keys";
import { keepPressesSingle } from "./single-press";

keepBrowserKeys(globalThis);
keepPressesSingle(globalThis);

mount(App, { target: document.getElementById("app") as HTMLElement });
