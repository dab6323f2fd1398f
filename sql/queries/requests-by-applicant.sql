-- zh: 谁在申请：本年新收申请按申请人类别
-- en: Who asks: new requests by kind of applicant
-- param: year integer | 报告年度 | report year
-- param: body text | 机关名称或其一部分 | body name or a part of it
-- column: report_id | 报告 | report
-- column: body | 机关 | body
-- column: year | 年度 | year
-- column: natural_person | 自然人 | natural persons
-- column: business | 商业企业 | businesses
-- column: research_institution | 科研机构 | research institutions
-- column: social_organization | 社会公益组织 | social organizations
-- column: legal_service | 法律服务机构 | legal services
-- column: other_organization | 其他 | others
-- column: total | 总计 | total
select
  q.report_id as report_id,
  q.body as body,
  q.year as year,
  q.natural_person as natural_person,
  q.business as business,
  q.research_institution as research_institution,
  q.social_organization as social_organization,
  q.legal_service as legal_service,
  q.other_organization as other_organization,
  q.total as total
from requests as q
where q.outcome = 'new_received'
  and (:year is null or q.year = :year)
  and (:body is null or instr(q.body, :body) > 0)
order by q.year desc, q.total desc nulls last, coalesce(q.body, ''), q.report_id;
-- when empty:
select
  printf('没有符合条件的报告写有本年新收申请：符合条件的报告共 %d 份。', count(*)) as zh,
  printf('No report that fits has the row of new requests; %d reports fit.', count(*)) as en
from reports as r
where (:year is null or r.year = :year) and (:body is null or instr(r.body, :body) > 0);
