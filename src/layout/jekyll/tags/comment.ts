import { type Liquid, type Parser, Tag, type TagToken, type TopLevelToken } from "liquidjs";

/** `{% comment %} … {% endcomment %}`: what is in it is parsed as elsewhere, and not rendered. */
export class CommentTag extends Tag {
  constructor(token: TagToken, remainTokens: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remainTokens, liquid);
    parser
      .parseStream(remainTokens)
      .on("tag:endcomment", function () {
        this.stop();
      })
      .start();
  }

  override *render(): Generator<unknown, void, unknown> {}
}
