export const USAGE = `ziping 绩效自评助手

用法：
  ziping check 文件或文件夹… [选项]        检查工作簿，什么都不改
  ziping score 文件 -o 输出文件 [选项]     把算出的自评得分写进另存的工作簿
  ziping standard                          从标准输入读一条评分标准（JSON），输出得分（JSON）
  ziping explain 检查编号                  说明一项检查，例如 ziping explain SCR-007

check 的选项：
  --format text|json|html   输出格式，默认 text
  --profile 文件或名称      地方口径：national（默认）、shenzhen、hubei、sichuan、hunan，或自己的 JSON 文件
  --inputs 文件             补充的数据和答复（JSON）

check 检查多个文件或文件夹时还可以用：
  --jobs 数量               同时检查的线程数，默认与处理器核数相同
  --resume 文件             记下已完成的文件；中断后再运行一次，只做没做过和改动过的
  --summary 文件            另写一张汇总表，.csv 或 .html

score 的选项：
  -o, --output 文件         输出文件（不能是原文件）
  --mode fill|overwrite     fill（默认）只填空白得分；overwrite 也改正与评分标准不符的得分
  --write values|formulas   写入数值（默认）或实时公式
  --mark                    标出问题单元格
  --paper                   加一张“评分底稿”
  --profile、--inputs       同上

退出码：0 没有错误；1 至少有一处错误；2 有文件读不了，或者没有认出任何表格。
`;
