-- What a purpose says it does not contain (不含征地、拆迁) is not what the money is for; lib/notice/fund-uses.ts has the same words.
ALTER TABLE fund_entry DROP CONSTRAINT fund_entry_use;
ALTER TABLE fund_entry ADD CONSTRAINT fund_entry_use CHECK (kind <> 'spending' OR source <> 'central' OR reverses IS NOT NULL
  OR regexp_replace(purpose, '(?<![非是无没])(?:不含|不包括|不包含|不涉及|不用于|不得用于|未用于|不支付|不列支)(?:任何)?(?:征地|拆迁|征收补偿|人员经费|工资|奖金|津贴|社保|公用经费|经常性|水电费|物业费|工作经费|办公经费|差旅|接待|公务用车)(?:费用|费|支出|开支|补偿)?(?:(?:、|,|，|和|及|与|或|以及)(?:征地|拆迁|征收补偿|人员经费|工资|奖金|津贴|社保|公用经费|经常性|水电费|物业费|工作经费|办公经费|差旅|接待|公务用车)(?:费用|费|支出|开支|补偿)?)*', '', 'g')
     !~ '征地|拆迁|征收补偿|人员经费|工资|奖金|津贴|社保|公用经费|经常性|水电费|物业费|工作经费|办公经费|差旅|接待|公务用车');
