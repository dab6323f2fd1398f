-- A PDF has pages where other documents have lines; 0 is the place that a document does not have.
alter table section add column page integer not null default 0;

drop view sections;
create view sections as
select
  r.id as report_id,
  b.name as body,
  r.year as year,
  s.kind as kind,
  s.heading as heading,
  s.text as text,
  nullif(s.line, 0) as line,
  nullif(s.page, 0) as page
from report as r
left join body as b on b.id = r.body_id
join section as s on s.report_id = r.id
where r.superseded_by is null;
