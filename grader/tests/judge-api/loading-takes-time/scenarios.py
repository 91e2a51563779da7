from overlap.judge import scenario


@scenario("the time of the scenario, and of its calls, begins with the scenario")
async def since_the_scenario_began(world, submission):
    service = world.service("service", latency=1.0, reply="there")
    assert world.now == 0.0
    assert await submission.tell(service) == "there"
    assert world.elapsed == 1.5
    assert [(call.begin, call.end) for call in service.calls] == [(0.5, 1.5)]
