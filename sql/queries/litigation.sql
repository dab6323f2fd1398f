-- zh: 有政府信息公开行政诉讼的机关
-- en: Bodies that had administrative litigation over disclosure
-- param: year integer | 报告年度 | report year
-- param: body text | 机关名称或其一部分 | body name or a part of it
-- column: report_id | 报告 | report
-- column: body | 机关 | body
-- column: year | 年度 | year
-- column: route {en} | 途径代码 | route
-- column: label {zh} | 途径 | in Chinese
-- column: upheld | 结果维持 | upheld
-- column: corrected | 结果纠正 | corrected
-- column: other | 其他结果 | other
-- column: pending | 尚未审结 | pending
-- column: total | 总计 | total
select
  d.report_id as report_id,
  d.body as body,
  d.year as year,
  d.route as route,
  (select v.zh from route as v where v.code = d.route) as label,
  d.upheld as upheld,
  d.corrected as corrected,
  d.other as other,
  d.pending as pending,
  d.total as total
from disputes as d
where d.route in ('litigation_direct', 'litigation_after_reconsideration')
  and (d.total > 0 or d.upheld > 0 or d.corrected > 0 or d.other > 0 or d.pending > 0)
  and (:year is null or d.year = :year)
  and (:body is null or instr(d.body, :body) > 0)
order by d.year desc, coalesce(d.body, ''), d.report_id, d.route desc;
-- when empty:
select
  iif(count(*) = 0, '没有符合条件的报告；用 nianbao list 看有哪些。', printf('没有报告写有行政诉讼：共 %d 份报告，%d 份写明行政诉讼情况，均为零；%d 份没有写明。',
         count(*), count(s.litigations), count(*) - count(s.litigations))) as zh,
  iif(count(*) = 0, 'No report fits; nianbao list shows what there is.', printf('No report has litigation: of %d reports, %d say how many cases there were, all zero; %d do not say.',
         count(*), count(s.litigations), count(*) - count(s.litigations))) as en
from summary as s
where (:year is null or s.year = :year) and (:body is null or instr(s.body, :body) > 0);
