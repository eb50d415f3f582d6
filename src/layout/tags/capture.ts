import { CaptureTag, type Context } from "liquidjs";
import { HtmlDrop } from "../html-drop.js";

/** `{% capture %}`: what it caught was escaped when it was printed, so it is not escaped again. */
export class SafeCaptureTag extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    yield* super.render(context);
    const scope = context.bottom() as Record<string, unknown>;
    scope[this.variable] = new HtmlDrop(String(scope[this.variable]));
  }
}
