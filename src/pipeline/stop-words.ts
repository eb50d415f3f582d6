/** Words that are in every text and tell none from another: folded, Chinese ones of two and more characters. */
export const stopWords: ReadonlySet<string> = new Set(
  `about above after again against all also although always and another any anything are around article back because been
  before being below best better between blog both but can cannot case change come could different does doing done down
  during each else even every everything example few file find first following for from further get gets getting give goes
  going good got great had has have having help her here him his how however into isn its itself just keep know last later
  least less let like line little long look lot made make makes making many may maybe might more most much must need needs
  never new next nothing now number off often once one only open other our out over own page part people per place point
  post probably problem put quite rather read really right run same say see seem set several shall she should show simple
  simply since some someone something still such sure take than that the their them then there these they thing things
  think this those though three through thus time times together too try two type under until update use used useful user
  uses using very via want was way well were what when where whether which while who whole why will with within without
  work works would write www year yes yet you your yours http https com org html
  一个 一些 一下 一样 一般 一直 一定 一种 一次 一点 一起 不是 不会 不能 不同 不过 不要 不用 个人 中的 为了 为什么 主要 之前 之后 之间
  也是 了解 事情 于是 什么 今天 介绍 他们 以上 以下 以及 以后 任何 但是 作为 作者 使用 例如 例子 促进 假设 全部 关于 其中 其他 其实 具体
  内容 再次 出来 出现 分别 创建 利用 到了 前面 功能 包含 包括 即可 原因 参考 又是 发现 发生 只是 只有 只要 可以 可能 各种 同样 同时 后面
  否则 告诉 哪些 哪个 因为 因此 图片 地方 基本 处理 大家 大概 如何 如果 如下 存在 学习 它们 完成 完全 实现 实际 对于 对应 导致 将会 就是
  已经 希望 带来 并且 应该 开始 当前 当时 往往 很多 得到 必须 总结 情况 意思 感觉 我们 或者 所以 所有 打开 执行 投入 接下来 提供 文件 文章
  方式 方法 方面 无法 时候 时间 是否 显示 更多 更加 最后 最近 有关 有些 有时 期间 本文 来说 查看 根据 梳理 检查 此外 步骤 每个 比如 比较
  没有 注意 添加 然后 特别 现在 理解 用户 由于 的话 目前 直接 相关 看到 知道 碰到 确实 称为 第一 等等 简单 结果 继续 经过 给出 而且 能够
  自己 虽然 表示 要求 觉得 设置 许多 说明 调用 起来 输入 输出 过程 运行 还有 还是 还要 这个 这些 这样 这里 这种 进行 进入 选择 通常 通过
  遇到 那么 那个 那些 部分 都是 重要 长期 问题 除了 需要 非常 首先 默认 点击 下面 上面 代码 进一步 具有 以下 其它 属于 来自 左右 例 之一`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
