/** Pages of the demo site that show what a theme has to cope with. */
export const post = "2024/05/19/counting-what-was-lost.html";
export const chinese = "2025/03/08/140086215.html";
/** Tables, formulas, wide code, an embed, a picture, a series. */
export const everything = "2023/06/01/everything-at-once.html";
export const pages = [everything, "", chinese, "tags/html/", "archive/", "about/", "tags/", "404.html", post];
export const widths = [360, 768, 1280];
