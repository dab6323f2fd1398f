-- zh: 各机关收到和处理的申请数量
-- en: Requests received and processed by each body
-- param: year integer | 报告年度 | report year
-- param: body text | 机关名称或其一部分 | body name or a part of it
-- column: report_id | 报告 | report
-- column: body | 机关 | body
-- column: year | 年度 | year
-- column: new_received | 本年新收 | newly received
-- column: carried_in | 上年结转 | carried in
-- column: granted | 予以公开 | granted
-- column: partially_granted | 部分公开 | partially granted
-- column: denied | 不予公开 | denied
-- column: unavailable | 无法提供 | unavailable
-- column: refused | 不予处理 | refused
-- column: other_processed | 其他处理 | other processing
-- column: total_processed | 办理总计 | processed in all
-- column: carried_out | 结转下年 | carried out
select
  s.report_id as report_id,
  s.body as body,
  s.year as year,
  s.new_received as new_received,
  s.carried_in as carried_in,
  s.granted as granted,
  s.partially_granted as partially_granted,
  s.denied as denied,
  s.unavailable as unavailable,
  s.refused as refused,
  s.other_processed as other_processed,
  s.total_processed as total_processed,
  s.carried_out as carried_out
from summary as s
where (:year is null or s.year = :year) and (:body is null or instr(s.body, :body) > 0)
order by s.year desc, s.new_received desc nulls last, coalesce(s.body, ''), s.report_id;
-- when empty:
select
  iif(count(*) = 0, '档案库里还没有报告。',
      printf('没有符合条件的报告；档案库里共 %d 份，年度 %s–%s。', count(*), coalesce(min(r.year), '?'),
             coalesce(max(r.year), '?'))) as zh,
  iif(count(*) = 0, 'The archive holds no report yet.',
      printf('No report fits; the archive holds %d, of the years %s to %s.', count(*), coalesce(min(r.year), '?'),
             coalesce(max(r.year), '?'))) as en
from reports as r;
