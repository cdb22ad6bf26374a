import { describe, it } from "node:test";
import { customerRepositoryContract, orderRepositoryContract } from "clientele/contracts";
import { MemoryCustomerRepository, MemoryOrderRepository } from "clientele/memory";

customerRepositoryContract({ describe, it }, () => new MemoryCustomerRepository());
orderRepositoryContract({ describe, it }, () => new MemoryOrderRepository());
