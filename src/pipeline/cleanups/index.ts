import type { Cleanup } from "../cleanup.js";
import { asciidoctor } from "./asciidoctor.js";
import { blogger } from "./blogger.js";
import { cnblogs } from "./cnblogs.js";
import { confluence } from "./confluence.js";
import { csdn } from "./csdn.js";
import { csdnHtmledit } from "./csdn-htmledit.js";
import { csdnMarkdown } from "./csdn-markdown.js";
import { generic } from "./generic.js";
import { googleDocs } from "./google-docs.js";
import { habr } from "./habr.js";
import { jianshu } from "./jianshu.js";
import { juejin } from "./juejin.js";
import { liveWriter } from "./live-writer.js";
import { livejournal } from "./livejournal.js";
import { medium } from "./medium.js";
import { notion } from "./notion.js";
import { seamWiki } from "./seam-wiki.js";
import { tumblr } from "./tumblr.js";
import { wechat } from "./wechat.js";
import { word } from "./word.js";
import { wordpress } from "./wordpress.js";
import { zhihu } from "./zhihu.js";

/** Every origin that we know. The order matters only where two of them touch the same element: the first one has it. */
export const cleanups: readonly Cleanup[] = [
  csdn,
  csdnMarkdown,
  csdnHtmledit,
  cnblogs,
  jianshu,
  juejin,
  wechat,
  zhihu,
  wordpress,
  blogger,
  tumblr,
  livejournal,
  liveWriter,
  medium,
  notion,
  confluence,
  asciidoctor,
  habr,
  seamWiki,
  googleDocs,
  word,
  generic,
];
