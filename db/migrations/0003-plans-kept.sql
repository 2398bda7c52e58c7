-- The statements inside these functions are always of the same shape and go by keys. Left to itself the planner plans several of them anew at
-- every call, which costs as much as running them.
alter function record_intent(jsonb) set plan_cache_mode = 'force_generic_plan';
alter function record_outcome(jsonb) set plan_cache_mode = 'force_generic_plan';
alter function record_lapse(text) set plan_cache_mode = 'force_generic_plan';
alter function take_claims(uuid) set plan_cache_mode = 'force_generic_plan';
