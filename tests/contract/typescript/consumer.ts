/** What a portal would write. It stops compiling where the contract loses a type. */
import type { components, paths } from "./contract";

type Schemas = components["schemas"];
type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Body } } } };
}
  ? Body
  : never;

export function html(block: Schemas["Block"]): string {
  switch (block.type) {
    case "heading":
      return `<h${block.level} id="${block.anchor}">${block.text}</h${block.level}>`;
    case "rich_text":
      return block.html;
    case "quote":
      return `${block.text} – ${block.author}`;
    case "image":
      return block.image.srcset.map((source) => `${source.url} ${source.width}w`).join();
    case "embed":
      return block.frame_url;
    case "documents":
      return block.files.map((file) => file.filename).join();
    case "steps":
      return block.steps.map((step) => step.html).join();
    case "facts":
      return block.facts.map((fact) => fact.value + fact.label).join();
    case "table":
      return block.rows.map((row) => row.join()).join();
    case "accordion":
      return block.entries.map((entry) => entry.title).join();
    case "call_to_action":
      return block.link?.url ?? "";
    case "related_pages":
      return block.pages.map((page) => page.summary).join();
    default:
      return missing(block);
  }
}

export function about(entry: Schemas["Entry"]): string {
  switch (entry.type) {
    case "tombstone":
      return entry.reason === "deleted" ? entry.path : entry.document_type;
    case "news":
      return entry.event?.place ?? entry.date + entry.kind;
    case "case":
      return entry.outcomes.map((outcome) => outcome.after.toFixed(1)).join();
    case "method":
      return entry.steps.map((step) => step.image?.alt ?? step.title).join();
    case "mission":
      return entry.vision.join() + entry.statement;
    case "home":
    case "standard":
    case "easy_to_read":
    case "contact":
    case "problem":
    case "accessibility":
    case "privacy":
    case "results":
    case "news_index":
    case "case_index":
    case "method_index":
      return entry.body.map(html).join();
    default:
      return missing(entry);
  }
}

export function place(answer: Answer<"/api/v1/pages/by-path">): string {
  return answer.type === "redirect" ? answer.redirect_to.url : answer.breadcrumbs[0]?.title ?? "";
}

export function follow(page: Answer<"/api/v1/changes">): string | null {
  page.items.forEach(about);
  return page.next === page.head ? null : page.next;
}

export function dates(list: Schemas["NewsList"]): string[] {
  return list.items.map((item) => item.date);
}

export const filters: paths["/api/v1/news"]["get"]["parameters"]["query"] = {
  locale: "lv",
  kind: "event",
  order: "-date",
  view: "full",
};

// @ts-expect-error Only languages that there are.
filters.locale = "xx";
// @ts-expect-error Only kinds that there are.
filters.kind = "gossip";

function missing(value: never): never {
  throw new Error(`Not handled: ${JSON.stringify(value)}`);
}
