import { CaptureTag, type Context } from "liquidjs";
import { textOf } from "../direct/templates.js";
import { HtmlDrop } from "../html-drop.js";

type Rendered = ReturnType<CaptureTag["render"]>;

/** `{% capture %}`: what it caught was escaped when it was printed, so it is not escaped again. */
export class SafeCaptureTag extends CaptureTag {
  override render(context: Context): Rendered {
    const caught = new HtmlDrop(textOf(this.templates, context));
    (context.bottom() as Record<string, unknown>)[this.variable] = caught;
    // LiquidJS takes nothing for a rendering that has no more to give.
    return undefined as unknown as Rendered;
  }
}
